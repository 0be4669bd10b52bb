from figure import Figure

f = Figure(158, 112, "An agent: a model and its tools in a loop with a stop rule")
with f.part("model"):
    f.box(4, 42, 50, 26, "LLM", "accent", 0.25, True)
with f.part("tools"):
    f.box(104, 42, 50, 26, "tools", "ink", bold=True)
with f.part("action"):
    f.arrow((29, 42), (29, 24), (129, 24), (129, 41))
    f.text(79, 19, "call with arguments", anchor="middle")
with f.part("observation"):
    f.arrow((129, 68), (129, 86), (29, 86), (29, 69))
    f.text(79, 99, "observation", anchor="middle")
with f.part("stop rule"):
    f.text(79, 53, "until", "second", "middle", True)
    f.text(79, 66, "done", "second", "middle", True)
f.text(79, 80, "guardrails", "muted", "middle")
f.show()
