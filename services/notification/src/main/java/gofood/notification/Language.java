package gofood.notification;

import com.fasterxml.jackson.annotation.JsonProperty;
import gofood.platform.http.Call;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/// A language that messages are written in.
enum Language {
    @JsonProperty("en")
    EN(Locale.ENGLISH),
    @JsonProperty("fr")
    FR(Locale.FRENCH);

    private static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /// What the client wants to read: `?lang=` says it plainly, for those who can't set headers.
    static Language of(Call call) {
        return call.queryWord("lang", Language.class)
                .orElseGet(() -> preferred(call.header("Accept-Language").orElse("")));
    }

    /// English unless French is preferred to it. Nobody is refused for a language we don't have, or
    /// for a header that is none.
    static Language preferred(String acceptLanguage) {
        if (acceptLanguage.isBlank()) return EN;
        try {
            var wanted =
                    LanguageRange.parse(acceptLanguage).stream()
                            .filter(range -> range.getWeight() > 0)
                            .toList();
            return FR.locale.equals(Locale.lookup(wanted, OURS)) ? FR : EN;
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }

    /// `fr`
    String tag() {
        return locale.toLanguageTag();
    }
}
