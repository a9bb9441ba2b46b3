from hypothesis import given
from hypothesis import strategies as st

from tocsin.read.places.folding import fold_lines, fold_name, name_key, name_keys


def test_marks_dots_hyphens_and_curly_quotes_do_not_part_spellings_of_one_name() -> None:
    assert fold_name("Al-Anbār") == fold_name("al Anbar")
    assert fold_name("U.S.") == fold_name("US")
    assert fold_name("Ba’qubah") == fold_name("Ba'qubah") == fold_name("Baqubah")
    assert fold_name("the Gambia") == fold_name("Gambia")


@given(st.text())
def test_folding_a_folded_name_changes_nothing_for_latin_letters(text: str) -> None:
    latin = "".join(letter for letter in text if letter < "\u0180" and letter not in "\n")
    folded = fold_name(latin.replace("the ", ""))
    assert "  " not in folded
    assert folded == folded.strip()


@given(st.lists(st.text(max_size=30), min_size=1, max_size=40))
def test_keys_of_many_lines_are_the_keys_of_each(names: list[str]) -> None:
    folded = [fold_lines(name.replace("\n", " ")) for name in names]
    assert name_keys("\n".join(folded)).tolist() == [name_key(name) for name in folded]


def test_keys_stay_right_across_the_blocks_they_are_hashed_in() -> None:
    names = [f"place {number}" for number in range(60_000)]
    keys = name_keys("\n".join(names)).tolist()
    assert len(set(keys)) == len(names)
    assert keys[-1] == name_key(names[-1])
