"""Tests of the `kollegium` command."""
