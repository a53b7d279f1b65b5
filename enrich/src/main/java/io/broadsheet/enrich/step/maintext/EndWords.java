package io.broadsheet.enrich.step.maintext;

/** Beginnings of lines after which there is no more of the article, in many languages. */
final class EndWords {

    static final String ENDS =
            """
            join the (conversation|discussion)
            related (articles?|posts?|stories|content|topics|news|reading|links)
            you (may|might) (also )?(like|enjoy|be interested)
            more (from|in|on|stories|news)\\b
            latest (from|in|on|stories|news)\\b
            most (read|popular|viewed)
            read next
            up next
            recommended( for you| stories| reading)?:?$
            about the author
            share (this|on|via)\\b
            trending( now)?$
            see also:?$
            further reading:?$
            das könnte (sie|dich|euch) (auch|ebenfalls)
            mehr (zum thema|artikel|themen|beiträge|nachrichten|meldungen)
            weitere (artikel|themen|beiträge|nachrichten|meldungen)
            ähnliche (artikel|beiträge|themen)
            auch interessant
            meistgelesen
            über den autor
            über die autorin
            zum autor
            zur autorin
            verwandte (artikel|themen|beiträge)
            artikel teilen
            teilen (mit|auf)?:?$
            gefällt mir:?$
            beitragsnavigation
            lire aussi
            sur le même sujet
            articles (liés|similaires)
            dans la même rubrique
            te puede interesar
            también te puede
            noticias relacionadas
            artículos relacionados
            lo más (leído|visto)
            más noticias
            leggi anche$
            potrebbe interessarti$
            articoli correlati$
            zobacz (też|także|również)
            czytaj (też|także|również|więcej)
            podobne (artykuły|wpisy)
            свързани (новини|статии)
            kapcsolódó (cikk|hír|anyag)
            související (články|zprávy)
            relaterade (artiklar|nyheter)
            ilgili haberler
            citește și
            أضف تعليق
            اقرأ أيضا
            dodaj komentarz
            przeczytaj (też|także|również)
            polecamy
            deixe um comentário
            leia (também|mais)
            veja também
            artigos relacionados
            lees ook
            gerelateerde
            читайте также
            похожие (статьи|новости)
            相关(阅读|文章|新闻)
            延伸阅读
            推荐阅读
            関連記事
            あわせて読みたい
            관련 ?기사
            te (puede|puedan) interesar
            más (información|sobre|en)\\b
            lo último( en| de)?\\b
            notas relacionadas
            leer más$
            comparte( .{0,30})?:?$
            à lire (aussi|également)
            lire la suite$
            les plus (lus|populaires|récents)
            voir aussi
            vous aimerez (aussi|peut)
            articles recommandés
            partager( (sur|cet|cette|l['’]article|ce).{0,30})?:?$
            ti potrebbe(ro)? (anche )?interessare
            potrebbe interessarti
            articoli (simili|correlati|recenti)$
            i più letti
            altre notizie
            condividi( .{0,30})?:?$
            leggi (anche|tutto)$
            leggete (anche|tutto)$
            mais lidas
            saiba mais
            veja mais
            notícias relacionadas
            matérias relacionadas
            compartilhe( .{0,30})?:?$
            recomendad[oa]s( para você)?:?$
            lees (ook|meer|verder)\\b
            meer (over|nieuws|lezen|artikelen)\\b
            ook interessant
            best gelezen
            meest gelezen
            aanbevolen
            deel( dit| deze)?( artikel| bericht| verhaal)?:?$
            läs (också|även|mer|vidare)\\b
            mest läst
            fler artiklar
            senaste nytt
            relaterat( innehåll)?:?$
            dela( artikeln| inlägget)?:?$
            les (også|mer)\\b
            relaterte (artikler|saker)
            mest lest
            siste nytt
            læs (også|mere)\\b
            relaterede (artikler|nyheder)
            mest læste
            seneste nyt
            del( artikkelen| artiklen)?:?$
            lue (myös|lisää)\\b
            katso myös
            aiheesta (lisää|muualla)
            aiheeseen liittyvä
            luetuimmat
            uusimmat( uutiset)?:?$
            suosittelemme
            jaa( artikkeli| juttu)?:?$
            loe (ka|veel|lisaks)\\b
            lasi (arī|vēl)
            skaitykite (taip pat|daugiau)
            najczęściej czytane
            najnowsze (artykuły|wiadomości|wpisy)
            może cię zainteresować
            powiązane( artykuły| tematy)?:?$
            udostępnij( .{0,30})?:?$
            čtěte (také|více|dále)
            přečtěte si (také|více)
            nejčtenější
            další (články|zprávy|informace)
            mohlo by (vás|se vám)
            sdílet( .{0,30})?:?$
            čítajte (aj|viac)
            prečítajte si (aj|viac|tiež)
            súvisiace (články|správy)
            najčítanejšie
            zdieľať( .{0,30})?:?$
            pročitajte (i|još|više)
            povezan[ei] (vijesti|vesti|članci)
            vezane (vijesti|vesti)
            najčitanije
            preberite (tudi|še|več)
            olvass?(a|uk|átok)? (el|tovább)\\b
            ajánljuk( még)?:?$
            ezt is (olvas|ajánl)
            legolvasottabb
            további (cikkek|hírek|cikkeink)
            megosztás( .{0,30})?:?$
            citi(ț|ţ|t)i? (și|şi|si|mai)\\b
            cite(ș|ş|s)te (și|şi|si|mai)\\b
            articole (similare|recomandate|asemănătoare)
            știri (similare|recomandate)
            ştiri (similare|recomandate)
            vezi (și|şi|si)\\b
            cele mai citite
            recomandări:?$
            te-ar putea interesa
            distribuie( .{0,30})?:?$
            още (новини|по темата|от)\\b
            вижте (още|също)
            прочетете (още|също)
            сподели:?$
            най-четени
            читайте (еще|ещё|по теме|далее)
            материалы по теме
            по теме:?$
            по этой теме
            смотрите (также|ещё|еще)
            другие (новости|материалы|статьи)
            новости партн[её]ров
            самое (читаемое|популярное|обсуждаемое)
            популярное:?$
            рекомендуем( почитать| прочитать)?:?$
            поделиться( .{0,30})?:?$
            подписывайтесь на
            подпишитесь на
            читайте (також|ще)
            матеріали (за темою|по темі)
            за темою:?$
            схожі (новини|статті|матеріали)
            дивіться також
            інші (новини|матеріали|статті)
            найпопулярніше
            популярне:?$
            поділитися( .{0,30})?:?$
            підписуйтесь на
            підписуйтеся на
            чытайце (таксама|яшчэ)
            διαβάστε (επίσης|ακόμη|ακόμα|περισσότερα)
            διαβαστε (επισης|ακομη|ακομα|περισσοτερα)
            δείτε (επίσης|ακόμη|ακόμα)
            δειτε (επισης|ακομη|ακομα)
            σχετικά (άρθρα|θέματα|νέα)
            σχετικα (αρθρα|θεματα|νεα)
            δημοφιλή:?$
            τα πιο (δημοφιλή|διαβασμένα)
            ροή ειδήσεων
            κοινοποίηση:?$
            ilgili (haber|konu|yazı|içerik)
            ilginizi çekebilir
            bunlar da ilginizi
            benzer (haber|yazı|içerik)
            çok okunan
            diğer haberler
            son haberler$
            bunu da oku
            önerilen( haberler| içerikler|ler)?:?$
            paylaş:?$
            oxşar xəbərlər
            اقرأ (أيضا|أيضًا|أيضاً|المزيد|كذلك)
            إقرأ (أيضا|أيضًا|أيضاً|المزيد|كذلك)
            مواضيع (ذات صلة|متعلقة)
            أخبار (ذات صلة|متعلقة)
            مقالات (ذات صلة|متعلقة)
            موضوعات (ذات صلة|متعلقة)
            ذات صلة:?$
            قد (يعجبك|يهمك)
            الأكثر (قراءة|مشاهدة|تداولا)
            شاهد (أيضا|أيضًا|أيضاً)
            شارك( هذا| المقال| الخبر| الموضوع| على)?:?$
            مطالب (مرتبط|پیشنهادی)
            مطلب مرتبط
            اخبار مرتبط
            خبرهای مرتبط
            بیشتر بخوانید
            همچنین بخوانید
            بخوانید:?$
            پربازدید
            اشتراک ?‌?گذاری:?$
            קראו (גם|עוד|בנושא)
            קרא (גם|עוד)
            עוד (בנושא|כתבות|חדשות)
            כתבות (נוספות|קשורות)
            אולי יעניין
            הנקראות ביותר
            שתפו( .{0,20})?:?$
            यह भी पढ़ें
            ये भी पढ़ें
            इसे भी पढ़ें
            और (पढ़ें|खबरें|भी पढ़ें)
            संबंधित (खबरें|ख़बरें|समाचार|लेख)
            शेयर करें:?$
            baca (juga|selengkapnya)\\b
            berita (terkait|lainnya|terpopuler|populer|terbaru)
            artikel (terkait|lainnya|berkaitan)
            simak juga
            lihat juga
            terpopuler:?$
            bagikan( .{0,20})?:?$
            xem thêm\\b
            đọc thêm\\b
            tin (liên quan|cùng chuyên mục|khác|mới nhất|nổi bật)
            bài (viết )?liên quan
            có thể bạn quan tâm
            mời bạn đọc
            chia sẻ( .{0,20})?:?$
            อ่านเพิ่มเติม
            อ่านต่อ
            อ่านข่าว
            ข่าวที่เกี่ยวข้อง
            บทความที่เกี่ยวข้อง
            เรื่องที่เกี่ยวข้อง
            ข่าวล่าสุด$
            แชร์:?$
            相关(报道|链接|推荐|资讯|内容|专题)
            相關(閱讀|文章|新聞|報導|報道|連結)
            延伸閱讀
            推薦閱讀
            更多(新闻|新聞|文章|报道|報導|報道|精彩)
            热门(新闻|文章|推荐)
            熱門(新聞|文章|推薦)
            猜你喜(欢|歡)
            你可能(也|还|還|会|會|感)
            您可能(也|还|還|会|會|感)
            分享(到|至|:|：|$)
            上一篇
            下一篇
            関連(リンク|ニュース|キーワード|トピック|する記事)
            合わせて読みたい
            おすすめ(の)?(記事)?:?$
            あなたにおすすめ
            こちらもおすすめ
            人気記事
            アクセスランキング
            新着(記事|ニュース)
            続きを読む:?$
            この記事を(シェア|共有)
            シェア(する)?:?$
            관련 ?(뉴스|글|기사)
            많이 본
            인기 ?(기사|뉴스)
            추천 ?(기사|뉴스|콘텐츠)
            최신 ?(기사|뉴스)
            함께 보면
            이 기자의 다른
            공유(하기)?:?$
            """;

    private EndWords() {}
}
