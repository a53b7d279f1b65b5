package io.broadsheet.enrich.step.maintext;

/** Beginnings of lines that say nothing of the article's matter, in many languages. */
final class LineWords {

    static final String LINES =
            """
            advertisement
            hirdetés$
            реклама$
            reclame$
            advertentie$
            annonce$
            annons$
            mainos$
            reklám$
            إعلان$
            광고$
            广告$
            広告$
            anzeige$
            werbung$
            publicidad$
            publicité$
            pubblicità$
            reklama$
            publicidade$
            photos?( credits?| by)?:\\s
            photos? (credits?|courtesy|by)\\b
            photograph(s|y)? (by|courtesy)
            fotos?( von)?:\\s
            bild(er)?( von)?:\\s
            images?( credits?| by)?:\\s
            images? (credits?|courtesy|by)\\b
            picture( credits?| by)?:\\s
            picture (credits?|courtesy|by)\\b
            grafik:\\s
            video( credits?| by)?:\\s
            credits?:\\s
            copyright
            all rights reserved
            alle rechte vorbehalten
            follow (us|me|him|her|our)\\b
            follow .{0,40} on (twitter|facebook|instagram)
            get .{0,60} (on|via) (twitter|facebook|instagram)
            like (us|me)\\b.{0,20} on (twitter|facebook|instagram)
            find (us|me)\\b.{0,20} on (twitter|facebook|instagram)
            polub .{0,40}facebooku
            devenez fan\\b
            suivez[ -](nous|moi|la|le)\\b
            síguenos\\b
            sigue(me|nos) en
            seguici\\b
            siga[ -]nos\\b
            volg ons\\b
            følg oss\\b
            sledujte nás\\b
            kövess(en)? minket
            folgen? (sie )?(uns|mir)
            sign up (for|to|now|here)
            subscribe (to|now|here|for)
            click here (to|for)
            tags( with)?:
            tagged( with)?:
            filed under
            topics:
            categories:
            posted in
            schlagworte?:
            schlagwörter:
            kategorien?:
            etiquetas:
            stichwörter:
            themen:
            this (website|site) uses
            diese (website|seite) (verwendet|nutzt|benutzt)
            wir verwenden cookies
            reporting by\\b
            email .{2,40} at \\S+@
            e-mail .{2,40} at \\S+@
            if you (enjoyed|liked) this (article|post|story)
            thanks for reading
            thank you for reading
            contact .{0,40}@
            join (us|our)\\b
            read( more| also| next)?:\\s
            read (more|also|the full)\\b
            see( more| also| next)?:\\s
            watch( more| also| next)?:\\s
            also( read)?:\\s
            also read:?\\s
            more( also| next)?:\\s
            lesen sie( auch| mehr| hier)?:
            lies( auch| mehr| hier)?:
            lesetipp( auch| mehr| hier)?:
            mehr dazu( auch| mehr| hier)?:
            weiterlesen:
            zum weiterlesen:
            siehe auch:
            auch lesenswert:
            lea (también|además)
            lee (también|además)
            mira (también|además)
            vea (también|además)
            lire (aussi|également)
            voir (aussi|également)
            image \\d+ of
            skip to\\b
            back to\\b
            nach oben\\b
            zurück zu[rm]?\\b
            print( this| article| page)?$
            email( this| article| page)?$
            drucken$
            share( this| article| page)?$
            teilen$
            tweet( this)?$
            pin( this)?$
            facebook:?$
            twitter:?$
            text size$
            story continues below
            enlarge( this)?( image| photo| picture)?$
            click to enlarge$
            play video$
            show comments$
            whatsapp$
            merken$
            kommentieren$
            last (updated|published|modified)( on)?:? .{0,8}\\d
            updated( on)?:? .{0,8}\\d
            published( on)?:? .{0,8}\\d
            first published( on)?:? .{0,8}\\d
            aggiornato( il)?:? .{0,8}\\d
            actualizado( el)?:? .{0,20}\\d
            mis à jour( le)?:? .{0,8}\\d
            обновлено:? .{0,8}\\d
            опубликовано:? .{0,8}\\d
            publikováno:? .{0,8}\\d
            기사입력:? .{0,8}\\d
            입력:? .{0,8}\\d
            更新(时间|時間|日期|于)?:? ?.{0,8}\\d
            发布(时间|日期|于):? ?.{0,8}\\d
            發佈(時間|日期|於):? ?.{0,8}\\d
            آخر تحديث:? .{0,8}\\d
            posted( on)?:? .{0,8}\\d
            modified( on)?:? .{0,8}\\d
            aktualisiert( am)?:? .{0,8}\\d
            veröffentlicht( am)?:? .{0,8}\\d
            stand( am)?:? .{0,8}\\d
            loading[ .…]*$
            laden[ .…]*$
            enable javascript
            quellen?:? .{0,40}$
            sources?: .{0,40}$
            continue reading( below| the (main |full )?(story|article))?:?$
            scroll (down )?(to|for) (continue|more|read)\\b.{0,40}$
            article continues (below|after)
            the story continues (below|after)
            story continues (below|after)
            iklan$
            quảng cáo$
            โฆษณา$
            विज्ञापन$
            تبلیغات$
            آگهی$
            إعلانات$
            διαφήμιση$
            פרסומת$
            publicitate$
            oglas$
            реклама( .{0,10})?$
            autoplay( on| off)?$
            replay$
            subscribe$
            edit (this )?(article|post|page|entry)$
            show full\\b.{0,20}$
            click (on )?(the )?image (for|to)\\b.{0,30}$
            watch video$
            fullscreen$
            slideshow$
            show thumbnails$
            view (gallery|slideshow|photos)$
            view all( photos| images)?$
            see all( photos| images)?$
            show all( photos| images)?$
            previous [|/]? ?next$
            let us know in the comments
            crédits? (photos?|images?)( ?:| )
            фото:\\s
            fotoğraf:\\s
            صورة:\\s
            تصوير:\\s
            عکس:\\s
            ảnh:\\s
            ภาพ\\s?:\\s
            ขอบคุณภาพ
            사진 ?[:：]
            사진 ?제공
            写真 ?[:：=＝]
            撮影 ?[:：]
            画像 ?[:：]
            图片(来源|：|:)
            圖片(來源|：|:)
            摄影 ?[:：/]
            攝影 ?[:：/]
            φωτο(γραφία|γραφίες)?:\\s
            צילום:\\s
            fotó:\\s
            kuvat?:\\s
            beeld:\\s
            zdjęci[ea]:\\s
            fot\\.\\s
            источник(и)?:\\s.{0,40}$
            джерел[оа]:\\s.{0,40}$
            źródł[oa]:\\s.{0,40}$
            kaynak(lar)?:\\s.{0,40}$
            المصدر ?:\\s.{0,40}$
            منبع ?:\\s.{0,40}$
            स्रोत ?:\\s.{0,40}$
            sumber ?:\\s.{0,40}$
            nguồn ?:\\s.{0,40}$
            ที่มา ?:\\s?.{0,40}$
            출처 ?[:：=].{0,40}$
            出典 ?[:：].{0,40}$
            引用元 ?[:：].{0,40}$
            来源 ?[:：].{0,40}$
            來源 ?[:：].{0,40}$
            πηγή:\\s.{0,40}$
            מקור:\\s.{0,40}$
            zdroj:\\s.{0,40}$
            forrás:\\s.{0,40}$
            surs[aă]:\\s.{0,40}$
            källa:\\s.{0,40}$
            kilde:\\s.{0,40}$
            lähde:\\s.{0,40}$
            bron:\\s.{0,40}$
            fuentes?:\\s.{0,40}$
            fonte:\\s.{0,40}$
            теги?:
            метки:
            рубрики?:
            мітки:
            etiketler:
            الوسوم ?:
            وسوم ?:
            كلمات مفتاحية
            برچسب(‌?ها)? ?:
            टैग(्स)? ?:
            từ khóa ?:
            แท็ก ?:
            태그 ?:
            키워드 ?:
            キーワード ?[:：]
            タグ ?[:：]
            カテゴリー? ?[:：]
            标签 ?[:：]
            標籤 ?[:：]
            关键词 ?[:：]
            關鍵(字|詞) ?[:：]
            ετικέτες ?:
            תגיות ?:
            תגים ?:
            štítky:
            klíčová slova:
            címkék:
            etichete:
            taguri:
            taggar:
            ämnen:
            avainsanat:
            aiheet:
            trefwoorden:
            onderwerpen:
            tagi:
            étiquettes ?:
            mots[ -]clés ?:
            palavras-chave:
            parole chiave:
            читайте (также|еще|ещё|по теме):
            читайте (також|ще):
            czytaj (też|także|również|więcej):
            zobacz (też|także|również):
            čtěte (také|více):
            prečítajte si (aj|viac):
            lees ook:
            läs (också|även|mer):
            les også:
            læs også:
            lue (myös|lisää):
            baca juga ?:
            citește (și|mai mult):
            διαβάστε (επίσης|ακόμη|ακόμα):
            ilgili haber:
            اقرأ (أيضا|أيضًا|أيضاً):
            بیشتر بخوانید:
            यह भी पढ़ें ?[:-]
            ये भी पढ़ें ?[:-]
            xem thêm:
            อ่านเพิ่มเติม ?:
            à lire (aussi|également) ?:
            leggi anche:
            leia (também|mais):
            imprimer$
            imprimir$
            stampa$
            drukuj$
            распечатать$
            друкувати$
            yazdır$
            طباعة$
            چاپ$
            cetak$
            인쇄(하기)?$
            印刷(する)?$
            打印$
            列印$
            εκτύπωση$
            הדפס(ה)?$
            vytisknout$
            nyomtatás$
            skriv ut$
            udskriv$
            tulosta$
            afdrukken$
            更新(日|日時)? ?[:：] ?.{0,20}\\d(?:[^.!?]|\\.\\d){0,40}$
            公開(日|日時)? ?[:：] ?.{0,20}\\d(?:[^.!?]|\\.\\d){0,40}$
            投稿日(時)? ?[:：]? ?.{0,20}\\d(?:[^.!?]|\\.\\d){0,40}$
            最終更新(日|日時)? ?[:：]? ?.{0,20}\\d(?:[^.!?]|\\.\\d){0,40}$
            配信(日|日時)? ?[:：] ?.{0,20}\\d(?:[^.!?]|\\.\\d){0,40}$
            掲載(日|日時)? ?[:：] ?.{0,20}\\d(?:[^.!?]|\\.\\d){0,40}$
            最後更新 ?(時間)? ?[:：]? ?.{0,20}\\d(?:[^.!?]|\\.\\d){0,40}$
            """;

    private LineWords() {}
}
