"""What befalls the machine: processes killed, disks full, folders closed, files gone, pipes broken."""
