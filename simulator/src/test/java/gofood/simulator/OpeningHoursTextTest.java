package gofood.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mo 12:00-14:30                      | mon 12:00-14:30
                    Mo 12:00-14:30,19:00-22:30          | mon 12:00-14:30, mon 19:00-22:30
                    Mo 12:00-14:30, 19:00-22:30         | mon 12:00-14:30, mon 19:00-22:30
                    Mo,We 9:00-10:00                    | mon 09:00-10:00, wed 09:00-10:00
                    Mo , We 09:00 - 10:00               | mon 09:00-10:00, wed 09:00-10:00
                    Mo: 09:00-10:00                     | mon 09:00-10:00
                    Mo 9-17                             | mon 09:00-17:00
                    mo 09:00–10:00                      | mon 09:00-10:00
                    Fr-Mo 10:00-11:00                   | mon 10:00-11:00, fri 10:00-11:00, sat 10:00-11:00, sun 10:00-11:00
                    Mo,Sa-Su 10:00-11:00                | mon 10:00-11:00, sat 10:00-11:00, sun 10:00-11:00
                    Sa 18:00-02:00                      | sat 18:00-02:00
                    Sa 18:00-26:00                      | sat 18:00-02:00
                    Sa 18:00-24:00                      | sat 18:00-00:00
                    Sa 18:00-00:00                      | sat 18:00-00:00
                    Sa 00:00-24:00                      | sat 00:00-00:00
                    Sa                                  | sat 00:00-00:00
                    Sa open                             | sat 00:00-00:00
                    Sa 18:00+                           | sat 18:00-23:00
                    Sa 22:00+                           | sat 22:00-01:00
                    Sa 12:00-14:00+                     | sat 12:00-14:00
                    """)
    void a_rule_gives_its_days_their_hours(String text, String week) {
        assertThat(week(text)).isEqualTo(week);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mo-Tu 10:00-18:00; Tu 12:00-14:00        | mon 10:00-18:00, tue 12:00-14:00
                    Mo-We 10:00-18:00; Tu off                | mon 10:00-18:00, wed 10:00-18:00
                    Mo-We 10:00-18:00; Tu closed;            | mon 10:00-18:00, wed 10:00-18:00
                    Mo-We 10:00-18:00, Tu off                | mon 10:00-18:00, wed 10:00-18:00
                    Tu off; Mo-We 10:00-18:00                | mon 10:00-18:00, tue 10:00-18:00, wed 10:00-18:00
                    Mo,Tu 10:00-12:00, Tu 15:00-18:00        | mon 10:00-12:00, tue 10:00-12:00, tue 15:00-18:00
                    Mo 10:00-15:00, Mo 14:00-18:00           | mon 10:00-18:00
                    Mo 10:00-12:00,12:00-14:00               | mon 10:00-14:00
                    Mo 19:00-22:00, Mo 10:00-12:00           | mon 10:00-12:00, mon 19:00-22:00
                    """)
    void a_later_rule_replaces_and_one_after_a_comma_adds(String text, String week) {
        assertThat(week(text)).isEqualTo(week);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mo 10:00-18:00; PH off",
                "Mo 10:00-18:00; PH,SH 12:00-14:00",
                "Mo,PH 10:00-18:00",
                "Mo 10:00-18:00,PH off",
                "Mo 10:00-18:00; Mo[1] off",
                "Mo 10:00-18:00; Mo[-1] 12:00-13:00",
                "Mo 10:00-18:00 \"kitchen closes at 17:30; ask\"",
                "\"terrace\" Mo 10:00-18:00",
                "Mo 10:00-18:00; Tu \"on request\"",
                "Mo 10:00-18:00; Tu unknown",
                "Mo 10:00-18:00 || \"by appointment\"",
                "Mo 10:00-18:00; Jul-Aug Mo-Su 10:00-23:00",
                "Mo 10:00-18:00; May-Sep: 08:00-19:00",
                "Mo 10:00-18:00; Oct 17-Mar 25 off",
                "Mo 10:00-18:00; Nov 19,Dec 25 off",
                "Mo 10:00-18:00; Jun 01-15 09:00-20:00",
                "Mo 10:00-18:00; 2021 Apr 01-02 08:00-18:30",
                "Mo 10:00-18:00; week 1-10 Mo 12:00-13:00",
                "Jul-Aug 09:00-23:00; Mo 10:00-18:00",
            })
    void what_an_ordinary_week_does_not_have_is_left_out(String text) {
        assertThat(week(text)).isEqualTo("mon 10:00-18:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Apr-Sep: Mo 10:00-18:00                     | mon 10:00-18:00
                    Apr-Sep Mo 10:00-18:00                      | mon 10:00-18:00
                    Apr-Sep Mo 10:00-18:00; Oct-Mar off         | mon 10:00-18:00
                    Jul Mo 10:00-18:00                          | mon 10:00-18:00
                    Apr 07-Oct 30: Mo 09:00-02:00               | mon 09:00-02:00
                    Aug-Feb: Mo,Tu 15:00-24:00; Mo off          | tue 15:00-00:00
                    Apr Mo 10:00-18:00; May Mo 10:00-20:00      | mon 10:00-20:00
                    Apr Mo 10:00-18:00; May Tu 10:00-20:00; Dec 25 off | mon 10:00-18:00, tue 10:00-20:00
                    """)
    void hours_of_seasons_only_count_as_always(String text, String week) {
        assertThat(week(text)).isEqualTo(week);
    }

    @Test
    void without_days_it_is_every_day() {
        assertThat(OpeningHoursText.parse("12:00-22:00").orElseThrow().weekly()).hasSize(7);
        assertThat(week("12:00-22:00; Tu-Su off")).isEqualTo("mon 12:00-22:00");
        assertThat(week("Jul 10:00-23:00; Tu-Su off")).isEqualTo("mon 10:00-23:00");
    }

    @Test
    void round_the_clock_closes_when_it_opens() {
        var weekly = OpeningHoursText.parse("24/7").orElseThrow().weekly();
        assertThat(weekly).hasSize(7).allMatch(day -> day.opens().equals(day.closes()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ";",
                "off",
                "Mo off",
                "PH 10:00-12:00",
                "\"by appointment\"",
                "by appointment",
                "on request",
                "sunrise-sunset",
                "Mo 25:00-26:00",
                "Mo 10:00-10:75",
                "Mo 10:00",
                "Mo-Xx 10:00-12:00",
                "Montag 10:00-12:00",
                "10am-5pm",
                "Mo 10:00-12:00 \"unbalanced",
                "Mo-Fr 10:00-12:00;;; Sa maybe",
                "01:00-02:00,03:00-04:00,05:00-06:00,07:00-08:00,09:00-10:00,11:00-12:00,13:00-14:00",
            })
    void what_cannot_be_read_or_never_opens_gives_nothing(String text) {
        assertThat(OpeningHoursText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = {"/monaco/opening_hours.txt", "/monaco/other_opening_hours.txt"},
            delimiter = '\t',
            quoteCharacter = '\0')
    void every_value_that_stands_on_the_map_of_the_demo_city_is_read(String text) {
        assertThat(OpeningHoursText.parse(text)).isPresent();
    }

    private static String week(String text) {
        return OpeningHoursText.parse(text).orElseThrow().weekly().stream()
                .map(on ->
                        "%s %s-%s"
                                .formatted(
                                        on.day().name().toLowerCase(Locale.ROOT),
                                        on.opens(),
                                        on.closes()))
                .collect(Collectors.joining(", "));
    }
}
