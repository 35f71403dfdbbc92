"""How good the output is: precision, recall and F1 by layer against documents annotated by hand."""

from vnstruct.evaluation.gold import Gold, load_gold, predictions
from vnstruct.evaluation.score import Evaluation, score

__all__ = ["Evaluation", "Gold", "load_gold", "predictions", "score"]
