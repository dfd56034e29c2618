"""The zip and the XML of a Word file: opened without trusting them, changed in the order of the schema, packed.

Below the template engine and the format checker, which both open files that come from outside.
"""
