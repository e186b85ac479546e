"""What the loudspeaker says of a call, and the sound of it."""
