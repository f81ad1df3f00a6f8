"""How far apart two colours look, also to colour-blind readers, and how text stands out."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import numpy.typing as npt

Vector = npt.NDArray[np.float64]

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
# (https://www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html).
SIGHT = {
    "full colour vision": np.eye(3),
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip

_TO_XYZ = np.array([
    [0.4124564, 0.3575761, 0.1804375],
    [0.2126729, 0.7151522, 0.0721750],
    [0.0193339, 0.1191920, 0.9503041],
])  # fmt: skip
_WHITE = _TO_XYZ @ np.ones(3)


def linear(colour: str) -> Vector:
    """A `#RRGGBB` colour as linear RGB, 0 to 1."""
    parts = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(colour: str, sight: str = "full colour vision") -> Vector:
    """CIELAB (D65) of a colour as a kind of sight sees it."""
    seen = np.clip(SIGHT[sight] @ linear(colour), 0, 1)
    ratio = (_TO_XYZ @ seen) / _WHITE
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio * (29 / 6) ** 2 / 3 + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def distance(one: str, other: str, sight: str) -> float:
    """CIE 1976 colour difference as a kind of sight sees it; about 2 is just noticeable."""
    return float(np.linalg.norm(lab(one, sight) - lab(other, sight)))


def nearest(colours: dict[str, str], sight: str) -> tuple[float, str, str]:
    """The two named colours that are hardest to tell apart, and their distance."""
    return min(
        (distance(colours[one], colours[other], sight), one, other)
        for one, other in combinations(colours, 2)
    )


def mixed(over: str, under: str, opacity: float) -> str:
    """The colour that a half-transparent one gives on another, as browsers blend (sRGB)."""
    pairs = ((int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * opacity + b * (1 - opacity)):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    bright, dim = sorted(
        (float(np.array([0.2126, 0.7152, 0.0722]) @ linear(c)) for c in (one, other)), reverse=True
    )
    return (bright + 0.05) / (dim + 0.05)
