package gofood.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// When two words are the same to us.
class LikenessTest {
    private static int cost(String typed, String word) {
        return new Likeness(typed).cost(word, Likeness.letters(word));
    }

    @Test
    void accents_case_apostrophes_and_short_forms_do_not_matter() {
        assertThat(Words.of("Av. de l'Hermitage")).isEqualTo(Words.of("AVENUE DE L’HERMITAGE"));
        assertThat(Words.of("Bd Général Leclerc")).isEqualTo(Words.of("boulevard general leclerc"));
        assertThat(Words.of("St-Œuvre")).containsExactly("saint", "oeuvre");
        assertThat(Words.of("12 bis rue Paul")).containsExactly("12bis", "rue", "paul");
        assertThat(Words.of("?!… —")).isEmpty();
    }

    @Test
    void the_same_word_costs_nothing_and_an_unfinished_one_little() {
        assertThat(cost("grimaldi", "grimaldi")).isZero();
        assertThat(cost("gri", "grimaldi")).isPositive().isLessThan(cost("grimaldo", "grimaldi"));
        assertThat(cost("1", "12")).isPositive().isLessThan(Likeness.NONE);
    }

    @Test
    void five_letters_forgive_one_mistake_and_eight_letters_two() {
        assertThat(cost("ru", "rua")).isLessThan(Likeness.NONE);
        assertThat(cost("rxe", "rue")).isEqualTo(Likeness.NONE);
        assertThat(cost("nice", "nike")).isEqualTo(Likeness.NONE);
        assertThat(cost("placr", "place")).isLessThan(Likeness.NONE);
        assertThat(cost("mulins", "moulins")).isLessThan(Likeness.NONE);
        assertThat(cost("mulin", "moulins")).isLessThan(Likeness.NONE);
        assertThat(cost("mxlixs", "moulins")).isEqualTo(Likeness.NONE);
        assertThat(cost("grimadli", "grimaldi")).isLessThan(Likeness.NONE);
        assertThat(cost("grxmaldy", "grimaldi")).isLessThan(Likeness.NONE);
        assertThat(cost("grxmxldy", "grimaldi")).isEqualTo(Likeness.NONE);
    }

    @Test
    void numbers_are_not_guessed() {
        for (var other : List.of("1233", "1243", "123", "2345"))
            assertThat(cost("1234", other)).isEqualTo(Likeness.NONE);
    }
}
