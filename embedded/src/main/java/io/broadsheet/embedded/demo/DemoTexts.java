package io.broadsheet.embedded.demo;

/** What the articles of the demo say. All of it is made up. */
final class DemoTexts {

    static final String SHOWN =
            """
            ---
            title: 'A morning at the old harbour'
            author: Ann Example
            date: Tue, 04 Jun 2024 08:15:00 +0100
            tags:
             - Harbour
             - Walks
            ---
            <p>The old harbour wakes before the town does. At six the first boats come in, and by
            seven the fish is sold, the nets are hung up to dry and the quay is hosed down.</p>
            <p>Walkers who start at the lighthouse reach the cranes in half an hour. There is a
            bench at every bend, a kiosk that sells tea, and a pilot who tells stories.</p>
            """;

    static final String WITHHELD =
            """
            ---
            title: 'Le musée ferme ses réserves pour travaux'
            author: Luc Exemple
            date: Wed, 05 Jun 2024 10:00:00 +0200
            ---
            <p>Le musée de la ville ferme ses réserves jusqu'à l'automne. Les salles restent
            ouvertes, mais une partie des tableaux ne sera visible ni sur place ni en ligne.</p>
            <p>La directrice explique que l'humidité avait gagné les caves et qu'il fallait agir
            avant l'hiver. Les écoles pourront visiter l'atelier de restauration le mercredi.</p>
            """;

    static final String SPOILT =
            """
            ---
            title: 'El archivo del barrio recupera sus fotografías'
            author: Eva Ejemplo
            date: Thu, 06 Jun 2024 12:30:00 +0200
            ---
            <p>Los vecinos del barrio llevan meses ordenando cajas de fotografías. Muchas se mojaron
            en la inundación y otras se copiaron mal, pero la mayoría se puede salvar.</p>
            <p>La biblioteca prestó un escáner y dos mesas largas. Cada sábado por la mañana vienen
            unas veinte personas, y siempre alguien reconoce una cara o una calle.</p>
            """;

    static final String UNREACHED =
            """
            ---
            title: '山の上の郵便局に手紙が届くまで'
            author: 例野 花子
            date: Fri, 07 Jun 2024 09:00:00 +0900
            ---
            <p>山の上の小さな郵便局には、毎朝一人の配達員が歩いて手紙を運びます。道は細く、雨の日は
            橋を渡れないこともあります。それでも手紙は遅れて届きます。</p>
            <p>局長の話では、冬になると一週間に二度しか荷物が来ません。村の人たちは待つことに慣れて
            いて、届いた日にはみんなで集まってお茶を飲むそうです。</p>
            """;

    static final String UNASKED =
            """
            ---
            title: 'В старом театре ищут потерянные двери'
            author: Иван Примеров
            date: Sat, 08 Jun 2024 18:45:00 +0300
            ---
            <p>В старом городском театре начали ремонт и нашли на чертежах пять дверей, о которых
            никто не помнит. Одну из них уже открыли: за ней оказалась лестница на крышу.</p>
            <p>Реставраторы осторожно снимают краску и записывают каждую находку. Открыть театр для
            зрителей обещают к следующей весне, а экскурсии начнутся уже осенью.</p>
            """;

    static final String SAME =
            """
            ---
            title: 'La squadra del paese presenta i nuovi giocatori'
            author: Ada Esempio
            date: Sun, 09 Jun 2024 20:00:00 +0200
            ---
            <p>La squadra del paese ha presentato sei nuovi giocatori davanti a una piazza piena. Le
            fotografie arriveranno la settimana prossima, per ora c'è la stessa per tutti.</p>
            <p>L'allenatore ha promesso una stagione tranquilla e tanto lavoro. La prima partita si
            gioca in casa, e i biglietti per i ragazzi della scuola sono gratuiti.</p>
            """;

    /** Local time that is called GMT: its own address and its images' names tell. */
    static final String FALSE_GMT =
            """

            ---
            title: '示例市图书馆：河边的新阅览室'
            categories:\s
             - 新媒体
             - 示例网
             - 首页
            headimg: '%1$s'
            author: 示例网
            comments: false
            date: Sun, 13 Mar 2022 09:42:07 GMT
            link: https://news.example.cn/20220313093948.html
            thumbnail: '%1$s'
            ---

            <div>  \s
            <p style="text-align:center;">
            <img src="%1$s" style="max-width:600px;" referrerpolicy="no-referrer">\s
            </p>
            <p>
            3月12日下午，示例市的新图书馆在河边开门迎客。馆长介绍说，这座楼有四层，最上面一层是
            阅览室，可以看到整条河。第一天来了许多人，孩子们坐在地上看画册，老人们在窗边读报。
            </p>
            <p style="text-align:center;">
            <img src="%2$s" style="max-width:600px;" referrerpolicy="no-referrer">\s
            </p>
            <p style="text-align:center;">
            <span style="color:#666666;">3月12日，读者在示例市图书馆的阅览</span><span style="color:#666666;">室里看书</span>。
            </p>
            <p>
            图书馆每天早上九点开门，晚上九点关门，周一休息。办一张借书证只需要几分钟，不收任何费用。
            </p>
            \s\s
            </div>
            """;

    static final String GBK_PAGE =
            """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="gbk">
            <title>石桥重新通行</title>
            <meta name="author" content="示例晚报">
            <meta property="article:published_time" content="2024-06-10T07:30:00+08:00">
            </head>
            <body>
            <h1>石桥重新通行</h1>
            <p>城南的石桥修了一年，昨天早上重新通行。工人们把每一块石头编了号，洗干净以后又放回原来的
            地方。桥边的茶馆也开了门，老板说，这一年他最想念的是桥上卖花的声音。</p>
            <p><img src="%s" alt="石桥"></p>
            <p>市里的工程师说，桥面加宽了一点，行人和自行车可以分开走，汽车还是要绕到北边的新桥。</p>
            </body>
            </html>
            """;

    static final String LAZY_PAGE =
            """
            <!DOCTYPE html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <title>Der Wochenmarkt zieht um</title>
            <meta name="author" content="Max Beispiel">
            <meta property="article:published_time" content="2024-06-11T06:00:00+02:00">
            </head>
            <body>
            <h1>Der Wochenmarkt zieht um</h1>
            <p>Ab Samstag steht der Wochenmarkt nicht mehr vor dem Rathaus, sondern am Fluss. Die
            Händler freuen sich über mehr Platz, und die Wege zwischen den Ständen werden breiter.</p>
            <p><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="%s" alt="Stände am Fluss"></p>
            <p>Wer mit dem Rad kommt, findet hundert neue Bügel. Der Bus hält künftig direkt an der
            Brücke, und am ersten Tag gibt es für alle Kinder einen Apfel.</p>
            </body>
            </html>
            """;

    private DemoTexts() {}
}
