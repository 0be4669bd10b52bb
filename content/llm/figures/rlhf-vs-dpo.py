from figure import Figure

f = Figure(320, 116, "RLHF with a reward model and sampling; DPO straight from pairs")
f.text(4, 11, "RLHF", "second", bold=True)
f.text(4, 83, "DPO", "accent", bold=True)
with f.part("RLHF"):
    f.box(44, 4, 48, 28, "pairs", "ink")
    f.arrow((92, 18), (116, 18))
    with f.part("reward model"):
        f.box(116, 4, 62, 28, "reward|model", "second", 0.2)
    f.arrow((178, 18), (214, 18), role="second")
    f.text(196, 14, "score", "second", "middle")
    f.box(214, 4, 60, 28, "PPO", "second", 0.2, True)
    f.arrow((244, 32), (244, 46), role="second")
    with f.part("policy"):
        f.box(214, 46, 60, 18, "policy", "ink", bold=True)
    f.arrow((214, 55), (147, 55), (147, 33), role="second")
    f.text(210, 68, "sampled answers", "second", "end")
    f.text(280, 22, "− β KL", "muted")
with f.part("DPO"):
    f.box(44, 82, 48, 28, "pairs", "ink")
    f.arrow((92, 96), (116, 96))
    f.box(116, 82, 98, 28, "classify: chosen|against rejected", "accent", 0.2)
    f.arrow((214, 96), (238, 96), role="accent")
    f.box(238, 87, 60, 18, "policy", "ink", bold=True)
f.show()
