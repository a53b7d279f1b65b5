package io.broadsheet.enrich.step.about;

import io.broadsheet.v1.AgentType;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a name is that of a person or of an organisation, where it shows. */
final class NameKind {

    /** In the name of an organisation, and of no person. */
    private static final Set<String> WORDS =
            Set.of(
                    "agency",
                    "agencies",
                    "news",
                    "newsroom",
                    "press",
                    "times",
                    "post",
                    "herald",
                    "tribune",
                    "gazette",
                    "magazine",
                    "journal",
                    "media",
                    "tv",
                    "radio",
                    "wire",
                    "team",
                    "staff",
                    "staffs",
                    "desk",
                    "editors",
                    "editorial",
                    "board",
                    "bureau",
                    "office",
                    "ministry",
                    "department",
                    "university",
                    "institute",
                    "council",
                    "committee",
                    "commission",
                    "foundation",
                    "association",
                    "society",
                    "company",
                    "group",
                    "network",
                    "inc",
                    "inc.",
                    "ltd",
                    "ltd.",
                    "llc",
                    "gmbh",
                    "ag",
                    "s.a.",
                    "contributors",
                    "correspondents",
                    "reporters",
                    "services",
                    "service",
                    "redaktion",
                    "agentur",
                    "zeitung",
                    "verlag",
                    "nachrichten",
                    "rédaction",
                    "agence",
                    "presse",
                    "agencia",
                    "redacción",
                    "redação",
                    "redazione",
                    "agenzia",
                    "redactie",
                    "redaktionen",
                    "редакция",
                    "агентство",
                    "газета",
                    "новости",
                    "пресс-служба");

    private static final Set<String> AGENCIES =
            Set.of(
                    "afp",
                    "ap",
                    "apa",
                    "ansa",
                    "anp",
                    "bbc",
                    "belga",
                    "cnn",
                    "dpa",
                    "efe",
                    "ians",
                    "jiji",
                    "kyodo",
                    "lusa",
                    "npr",
                    "ntb",
                    "pap",
                    "pti",
                    "reuters",
                    "sid",
                    "tass",
                    "ukrinform",
                    "upi",
                    "xinhua",
                    "yonhap");

    /** How names of organisations end where no spaces part their words. */
    private static final Pattern GLUED =
            Pattern.compile(
                    ".*(社|报|報|网|網|台|局|部|院|会|會|厅|廳|委|办|辦|日报|日報|晚报|新闻|新聞|编辑部|編輯部|編集部"
                            + "|中心|公司|大学|大學|集团|集團|频道|頻道|传媒|傳媒|客户端|平台|团队|報道部|取材班|通信"
                            + "|신문|일보|뉴스|방송|통신|편집부|취재팀|기자단|연구소|대학교)");

    /** The family names that four in five Chinese bear. */
    private static final String CHINESE_FAMILIES =
            "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖田董潘袁蔡蒋"
                    + "蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付方邹鄒熊白孟秦邱侯江尹薛"
                    + "闫雷龙龍史陶贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常";

    /** The family names that nine in ten Koreans bear. */
    private static final String KOREAN_FAMILIES = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구";

    private static final Pattern PERSON =
            Pattern.compile(
                    "\\p{Lu}[\\p{L}\\p{M}'’.-]*(?: (?:(?:de|da|di|del|della|van|von|der|den|bin|al|el|la|le|y|e)"
                            + " )*\\p{Lu}[\\p{L}\\p{M}'’.-]*){1,3}");

    private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{2,3}");
    private static final Pattern HANGUL_NAME = Pattern.compile("\\p{IsHangul}{3}");

    private NameKind() {}

    /** PERSON or ORGANIZATION, UNKNOWN if the name does not show it. */
    static AgentType of(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("[\\s/,]+", -1);
        boolean organisation = Stream.of(words).anyMatch(WORDS::contains) || isAgency(words);
        if (organisation || GLUED.matcher(name).matches()) {
            return AgentType.ORGANIZATION;
        }
        return isPerson(name) ? AgentType.PERSON : AgentType.UNKNOWN;
    }

    private static boolean isAgency(String[] words) {
        return Stream.of(words).allMatch(AGENCIES::contains);
    }

    private static boolean isPerson(String name) {
        return (PERSON.matcher(name).matches() && !isShouted(name))
                || (HAN_NAME.matcher(name).matches() && startsWithOneOf(CHINESE_FAMILIES, name))
                || (HANGUL_NAME.matcher(name).matches() && startsWithOneOf(KOREAN_FAMILIES, name));
    }

    /** In capitals throughout it may as well be a brand. */
    private static boolean isShouted(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static boolean startsWithOneOf(String families, String name) {
        return families.indexOf(name.charAt(0)) >= 0;
    }
}
