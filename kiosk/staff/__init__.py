"""The kiosk for those who look after it. What is said here is read by clerks only."""
