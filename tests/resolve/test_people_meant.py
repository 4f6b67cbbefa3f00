"""Whom a pronoun, an epithet or a long description means; each row gives the speakers in order, the near miss beside the hit."""

from __future__ import annotations

import pytest
from test_people import speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "On Friday the envoy John Smith met Peter Brown. | He found Brown “very charming indeed.”",
            ["John Smith"],
            id="whom the sentence names is not its he",
        ),
        pytest.param(
            "John Smith met Peter Brown. | “Brown will not stay here for long,” he said.",
            ["John Smith"],
            id="a name in the quotation is not its speaker",
        ),
        pytest.param(
            "“We go home,” Peter Brown said. | Speaking in Oslo, envoy John Smith repeated the offer. | “No,” he said.",
            ["Peter Brown", "John Smith"],
            id="the subject of the main clause",
        ),
        pytest.param(
            "Smith, the envoy, reacted to reports that John Brown planned a visit. “Let us go home,” he said.",
            ["Smith"],
            id="no subject of a clause within",
        ),
        pytest.param(
            "Mary Brown spoke. | The plan is new, according to a post by Jane Roe. | “We go home now,” she wrote.",
            ["Jane Roe"],
            id="according to",
        ),
        pytest.param(
            "John Smith left. | But Peter Brown stayed at the table. “We go home now,” he said.",
            ["Peter Brown"],
            id="but opens a sentence",
        ),
        pytest.param(
            "Jane Roe (D-Md.), who called it “a very bad deal,” left.", ["Jane Roe"], id="brackets are nobody"
        ),
    ],
)
def test_whom_a_pronoun_means_in_company(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("John Smith left. “We go home now,” the tycoon said.", ["John Smith"], id="the tycoon"),
        pytest.param("Mary Brown met John Smith. “We go,” the businessman said.", ["John Smith"], id="by its pronoun"),
        pytest.param("John Smith left. “We go home now,” the spokesman said.", [None], id="an unnamed spokesman"),
        pytest.param(
            "John Smith left with a senator. “We go home,” the senator said.", [None], id="one without a name"
        ),
        pytest.param("John Smith, the mayor, left. “We go home,” the senator said.", [None], id="another office"),
        pytest.param("John Smith left. “We go home now,” the Iranian leader said.", [None], id="another nation"),
        pytest.param(
            "“We go,” John Smith said. | “No,” the senator said. | Jane Roe asked. | “Yes,” the senator said.",
            ["John Smith"] * 3,
            id="once called so, always",
        ),
    ],
)
def test_whom_an_epithet_means(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We go home now,” said Sen. Jane Roe of Texas.", ["Jane Roe"], id="where she belongs"),
        pytest.param("“We go home now,” said an aide to Sen. Jane Roe of Texas.", [None], id="somebody of hers"),
        pytest.param("“We go home now,” said Democrat Jane Roe.", ["Jane Roe"], id="a party is no name"),
        pytest.param("“We go home now,” said Counsel W. Neil Roe.", ["W. Neil Roe"], id="an office is no name"),
        pytest.param("“We go home now,” leaders said. Leaders of both sides met.", [None], id="leaders"),
        pytest.param("Jane Roe left. | Ironically, “we go home now,” she said.", ["Jane Roe"], id="an adverb"),
    ],
)
def test_descriptions_with_names(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
