package io.broadsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Articles of the shape that feed-to-blog tools write. The texts are made up. */
final class Fixtures {

    private Fixtures() {}

    /** A post in Chinese with a lead image, a second image and its caption, no link and no id. */
    static String post(String title, String imageBase) {
        return """

        ---
        title: '%s'
        categories:\s
         - 新媒体
         - 示例网
         - 首页
        headimg: '%s/20220313093948566png'
        author: 示例网
        comments: false
        date: Sun, 13 Mar 2022 09:42:07 GMT
        thumbnail: '%s/20220313093948566png'
        ---

        <div>  \s
        <p style="text-align:center;">
        <img src="%s/20220313093948566png" style="max-width:600px;" referrerpolicy="no-referrer">\s
        </p>
        <p>
        3月12日下午，示例市的新图书馆在河边开门迎客。馆长介绍说，这座楼有四层，最上面一层是
        阅览室，可以看到整条河。第一天来了许多人，孩子们坐在地上看画册，老人们在窗边读报。
        </p>
        <p style="text-align:center;">
        <img src="%s/20220313093948687.jpg" style="max-width:600px;" referrerpolicy="no-referrer">\s
        </p>
        <p style="text-align:center;">
        <span style="color:#666666;">3月12日，读者在示例市图书馆的阅览</span><span style="color:#666666;">室里看书</span>。
        </p>
        <p>
        图书馆每天早上九点开门，晚上九点关门，周一休息。办一张借书证只需要几分钟，不收任何费用。
        </p>
        <p>王一、李二、张三、赵四、钱五、孙六参加了开馆仪式。</p>
        \s\s
        </div>
        """
                .formatted(title, imageBase, imageBase, imageBase, imageBase);
    }

    /** A post in English, with nothing but a title and words. */
    static String plainPost(String title, String words) {
        return """
        ---
        title: '%s'
        author: Ann Example
        date: Sun, 13 Mar 2022 09:42:07 GMT
        ---
        <p>%s</p>
        """
                .formatted(title, words);
    }

    /** An RSS feed of two articles and an item that says nothing. */
    static String feed(String wordsOfTheSecond) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0"><channel>
        <title>The Lantern</title><link>https://lantern.example/</link>
        <item><guid isPermaLink="false">1</guid><link>https://lantern.example/1</link>
        <title>One</title><description>First words.</description></item>
        <item><guid isPermaLink="false">2</guid><link>https://lantern.example/2</link>
        <title>Two</title><description>%s</description></item>
        <item><guid isPermaLink="false">3</guid></item>
        </channel></rss>
        """
                .formatted(wordsOfTheSecond);
    }

    /** The counts of an account, in short. */
    static String counts(JsonNode account) {
        return "read %d stored %d unchanged %d dup %d buried %d"
                .formatted(
                        account.path("read").asInt(-1),
                        account.path("stored").asInt(-1),
                        account.path("unchanged").asInt(-1),
                        account.path("duplicates").asInt(-1),
                        account.path("buried").asInt(-1));
    }

    /** Writes a file and the directories above it. */
    static Path write(Path directory, String name, String content) throws IOException {
        Files.createDirectories(directory);
        return Files.writeString(directory.resolve(name), content);
    }
}
