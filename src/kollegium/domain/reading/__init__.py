"""Pages of positioned lines and marks → what a review report says, with doubts and places."""
