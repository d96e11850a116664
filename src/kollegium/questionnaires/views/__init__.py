"""The page that somebody who is asked answers on."""
