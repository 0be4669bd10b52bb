from math import exp

from figure import Figure

f = Figure(158, 96, "Softmax of the logits 2, 1, 0 at three temperatures")
for k, temperature in enumerate((0.5, 1, 2)):
    x0 = 6 + 52 * k
    powers = [exp(logit / temperature) for logit in (2, 1, 0)]
    with f.part(f"T = {temperature:g}"):
        for i, power in enumerate(powers):
            share = power / sum(powers)
            f.rect(x0 + 14.5 * i, 76 - 52 * share, 13, 52 * share, "accent", 0.9 if i == 0 else 0.45)
            if i == 0:
                f.text(x0 + 6.5, 73 - 52 * share, f"{share:.2f}".removeprefix("0"), "accent", "middle", True)
    f.line(x0 - 2, 76, x0 + 45, 76, width=0.75)
    f.text(x0 + 21, 91, f"T = {temperature:g}", "ink", "middle", k == 1)
f.text(154, 11, "logits 2, 1, 0", "muted", "end")
f.show()
