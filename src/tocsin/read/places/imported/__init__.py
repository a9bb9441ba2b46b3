"""Ground that a desk imports: GeoNames dumps, Who's On First exports, its own CSV lists."""
