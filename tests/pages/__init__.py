"""Pages: frames, engine, plan and bytes."""
