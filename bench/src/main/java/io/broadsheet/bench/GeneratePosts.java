package io.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes posts as feed-to-blog tools write them, about 7 KB each, with two images, a caption and
 * seven paragraphs of random Chinese: a load, not a text.
 *
 * <p>{@code java bench/src/main/java/io/broadsheet/bench/GeneratePosts.java DIRECTORY COUNT [SEED]}
 */
public final class GeneratePosts {

    /** Frequent characters, so that language detection has its usual work. */
    private static final String CHARACTERS =
            "的一是不了人在有我他这中大来上个国和也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从";

    private static final DateTimeFormatter IMAGE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT);
    private static final int PARAGRAPHS = 7;
    private static final int FILES_A_DIRECTORY = 1000;

    private final Random random;

    private GeneratePosts(long seed) {
        random = new Random(seed);
    }

    /**
     * Writes the posts.
     *
     * @param arguments directory, count and, if wanted, seed
     * @throws IOException if the directory cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        var posts = new GeneratePosts(seed);
        for (int i = 0; i < count; i++) {
            Path folder = directory.resolve("%04d".formatted(i / FILES_A_DIRECTORY));
            if (i % FILES_A_DIRECTORY == 0) {
                Files.createDirectories(folder);
            }
            Files.writeString(folder.resolve("%07d.md".formatted(i)), posts.post(i));
        }
    }

    /** The first posts of a seed, as {@link #main} writes them. */
    public static List<String> first(int count, long seed) {
        var posts = new GeneratePosts(seed);
        return IntStream.range(0, count).mapToObj(posts::post).toList();
    }

    private String post(int number) {
        ZonedDateTime date =
                ZonedDateTime.of(2022, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC).plusMinutes(number);
        String folder = "https://img" + number % 50 + ".news.example/" + date.getYear() + "/";
        String lead = folder + IMAGE_TIME.format(date) + "png";
        return """

        ---
        title: '%s：%s、第%d号'
        categories:\s
         - 新媒体
         - 示例网
         - 首页
        headimg: '%s'
        author: 示例网
        comments: false
        date: %s
        thumbnail: '%s'
        ---

        <div>  \s
        <p style="text-align:center;">
        <img src="%s" style="max-width:600px;" referrerpolicy="no-referrer">\s
        </p>
        %s</div>
        """
                .formatted(
                        text(8),
                        text(12),
                        number,
                        lead,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(date),
                        lead,
                        lead,
                        body(folder + IMAGE_TIME.format(date.plusSeconds(1)) + ".jpg"));
    }

    private String body(String secondImage) {
        StringBuilder body = new StringBuilder(7000);
        for (int i = 0; i < PARAGRAPHS; i++) {
            body.append("<p>\n").append(sentences(120 + random.nextInt(240))).append("\n</p>\n");
            if (i == 0) {
                body.append(figure(secondImage));
            }
        }
        return body.toString();
    }

    private String figure(String image) {
        return """
        <p style="text-align:center;">
        <img src="%s" style="max-width:600px;" referrerpolicy="no-referrer">\s
        </p>
        <p style="text-align:center;">
        <span style="color:#666666;">%s</span><span style="color:#666666;">%s</span>。
        </p>
        """
                .formatted(image, text(12), text(8));
    }

    private String sentences(int characters) {
        StringBuilder text = new StringBuilder(characters + 20);
        while (text.length() < characters) {
            text.append(text(8 + random.nextInt(16))).append(random.nextInt(3) == 0 ? '。' : '，');
        }
        text.setCharAt(text.length() - 1, '。');
        return text.toString();
    }

    private String text(int characters) {
        StringBuilder text = new StringBuilder(characters);
        for (int i = 0; i < characters; i++) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }
}
