package io.broadsheet.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tags count as pictures, and what stays when they are gone. */
class PictureTagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p>|<p>One</p>",
                "<p>One<img src='a.png'> two</p>|<p>One two</p>",
                "<IMG/>One|One",
                "<picture><source srcset='a'><img></picture><i>One</i>|<i>One</i>",
                "<imgs>One</imgs>|<imgs>One</imgs>",
                "<sources>One|<sources>One",
                "<img_x>One|<img_x>One",
                "1 < 2<img>.|1 < 2.",
                "One <img|One <img",
                "<img|<img",
            })
    void pictureTagsAreTakenOutAndNothingElse(String markup, String left) {
        assertThat(PictureTags.removedFrom(markup)).isEqualTo(left);
    }
}
