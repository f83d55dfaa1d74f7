"""Lists that others made: any Excel or CSV table read by mapped columns, and written back out."""
