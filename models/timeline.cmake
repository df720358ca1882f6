# The timeline of a deployment as values: scale, layout, forecast; its table.
target_sources(atalaya_models PRIVATE)
