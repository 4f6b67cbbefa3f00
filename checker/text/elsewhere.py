"""Words that negate and condition in languages other than English: small closed classes, so that a table can hold them.

Only words that are no English ones, or mean the same there: an English quotation must not be judged by another language's
"sin". What a language says by an ending (Turkish, Japanese in part) is not here.
"""

from __future__ import annotations

# German, Dutch, French, Spanish, Portuguese, Italian, Scandinavian, Slavic, Arabic, Hebrew, Persian, Hindi, Turkish. Of
# French "ne … pas" the second word counts, the first is often dropped in speech.
NEGATORS = frozenset(
    "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne weder kaum nirgends "
    "niet geen nooit niets niemand zonder noch "
    "pas jamais rien aucun aucune nul nulle sans "
    "nunca jamás jamas nadie ningún ninguno ninguna tampoco "
    "não nao ninguém nenhum nenhuma sem nem "
    "nessuno nessuna niente nulla senza né "
    "inte aldrig ingen inget inga utan ikke intet uden uten "
    "не нет ни никогда никто ничего никого без нельзя ні немає ніколи ніхто "
    "nie nigdy nikt nic bez żaden żadna żadne nikdy nikdo "
    "لا لن لم ليس ليست لست غير بدون "
    "לא אין בלי מעולם "
    "نه نیست هرگز بدون هیچ "
    "नहीं न मत कभी बिना "
    "değil yok asla hiç".split()
)

# In Chinese and Japanese a character is a word here.
NEGATING_CHARACTERS = frozenset("不没沒未無无勿莫")
# Japanese negates by endings, which are several characters.
NEGATING_ENDINGS = ("ません", "ない", "なかった", "なく", "ず", "ぬ")

# As a pattern: what stands behind a quotation and conditions it.
CONDITIONS = (
    "wenn|falls|sofern|außer|es sei denn|tenzij|mits|"
    "si|sauf si|à moins que|sauf|pourvu que|a menos que|salvo|siempre que|a não ser|desde que|caso|a meno che|purché|"
    "hvis|medmindre|med mindre|såvida|"
    "если|только если|якщо|jeśli|jeżeli|chyba że|pokud|"
    "إذا|إلا إذا|لو|אם|אלא אם|اگر|مگر|अगर|यदि|eğer"
)
