package gofood.restaurant.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
    @Test
    void accents_case_and_marks_do_not_matter() {
        assertThat(SearchWords.plain("  Crêpes & BŒUF à l'Étouffée! "))
                .isEqualTo("crepes boeuf a l etouffee");
        assertThat(SearchWords.plain("Weißwurst, Smørrebrød")).isEqualTo("weisswurst smorrebrod");
        assertThat(SearchWords.plain("寿司 2×")).isEqualTo("寿司 2");
        assertThat(SearchWords.of(Stream.of("Pizza pizza", "PIZZA!"))).containsExactly("pizza");
    }

    @Test
    void a_query_holds_words_only() {
        assertThat(SearchWords.query("piz' | !x & \\ ')")).isEqualTo("'piz':* & 'x':*");
        assertThat(SearchWords.query("!?🍕")).isEmpty();
    }

    @Test
    void a_cuisine_may_name_several() {
        assertThat(SearchWords.cuisines("coffee_shop;Pizza; "))
                .containsExactly("coffee shop", "pizza");
    }
}
