struct Order { id: String
