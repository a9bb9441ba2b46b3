"""The trained reader: one small encoder with a head for each task, run by onnxruntime."""
