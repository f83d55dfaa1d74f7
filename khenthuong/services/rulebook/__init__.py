"""What the office confirms, fills in and hands on of the rules."""
