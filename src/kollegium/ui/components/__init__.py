"""The components behind the template tags, one module per family: values in, safe HTML out."""
