from math import exp
from statistics import mean, pstdev

from figure import Figure

RAW = (-9.2, 6.4, 11.2, -3.2, 2.4, 8.0, -6.4, 0.8)
SCORES = [8 * (score - mean(RAW)) / pstdev(RAW) for score in RAW]
f = Figure(320, 96, "Softmax of eight scores of standard deviation 8, without and with division by 8")
for k, (name, scale, role, note) in enumerate((("QKᵀ", 1, "second", "one weight takes all"), ("QKᵀ / √64", 8, "accent", "weight is shared"))):
    x0 = 8 + 160 * k
    powers = [exp(score / scale) for score in SCORES]
    f.text(x0, 11, f"softmax({name})", role, bold=True)
    with f.part(note):
        for i, power in enumerate(powers):
            height = max(0.8, 54 * power / sum(powers))
            f.rect(x0 + 18 * i, 76 - height, 16, height, role, 0.85)
            if power == max(powers):
                f.text(x0 + 18 * i + 20, 32 if k == 0 else 76 - height - 3, f"{power / sum(powers):.2f}".removeprefix("0"), role, None if k == 0 else "middle", True)
        f.text(x0, 91, note, "muted")
    f.line(x0 - 2, 76, x0 + 144, 76, width=0.75)
f.show()
