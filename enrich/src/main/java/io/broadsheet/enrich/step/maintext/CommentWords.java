package io.broadsheet.enrich.step.maintext;

/** Beginnings of lines after which readers have written, in many languages. */
final class CommentWords {

    static final String COMMENTS =
            """
            comments?( \\(?\\d+\\)?)?:?$
            leave (a|your) (comment|reply)
            post (a|your) (comment|reply)
            add (a|your) (comment|reply)
            write (a|your) (comment|reply)
            kommentare?( \\(?\\d+\\)?)?:?$
            hinterlassen?( sie)? (eine|einen|ein) (antwort|kommentar)
            schreiben?( sie)? (eine|einen|ein) (antwort|kommentar)
            kommentar (verfassen|schreiben|hinterlassen)
            commentaires?( \\(?\\d+\\)?)?$
            laisser un commentaire
            comentarios?( \\(?\\d+\\)?)?:?$
            comentarios ¿
            deja (un|una) (comentario|respuesta)
            lascia un commento$
            commenti$
            komentarze
            коментари( \\(?\\d+\\)?)?:?$
            коментарі( \\(?\\d+\\)?)?:?$
            hozzászólás(ok)?( \\(?\\d+\\)?)?:?$
            komentáře( \\(?\\d+\\)?)?:?$
            kommentarer( \\(?\\d+\\)?)?:?$
            kommentit( \\(?\\d+\\)?)?:?$
            yorumlar( \\(?\\d+\\)?)?:?$
            comentarii( \\(?\\d+\\)?)?:?$
            σχόλια( \\(?\\d+\\)?)?:?$
            التعليقات( \\(?\\d+\\)?)?:?$
            comentários
            reacties$
            комментарии
            comments are closed
            this article is (now )?closed
            this (article|post|entry|thread) is (now )?closed
            comments? (on|for) this (article|post|story|entry) (are|is)
            join the debate
            latest comments( \\(?\\d+\\)?)?:?$
            recent comments( \\(?\\d+\\)?)?:?$
            top comments( \\(?\\d+\\)?)?:?$
            top reader comments
            reader comments( \\(?\\d+\\)?)?:?$
            readers.? comments( \\(?\\d+\\)?)?:?$
            visitor opinions
            add your opinion
            die kommentarfunktion
            ajouter un commentaire
            écrire un commentaire
            réagir( à cet article)?:?$
            añadir (un )?comentario
            escribe (un|tu) comentario
            deixe (o |um )?(seu )?comentário
            scrivi un commento
            reageer( op dit artikel)?:?$
            laat een reactie achter
            geef een reactie
            plaats (een |je )?reactie
            skriv en kommentar
            skriv kommentar
            lämna en kommentar
            kommentera( artikeln)?:?$
            legg igjen en kommentar
            efterlad en kommentar
            kommentoi( juttua| artikkelia)?:?$
            jätä kommentti
            lähetä kommentti
            kirjoita kommentti
            zostaw komentarz
            napisz komentarz
            skomentuj( artykuł)?:?$
            diskuse( \\(?\\d+\\)?)?:?$
            diskuze( \\(?\\d+\\)?)?:?$
            přidat komentář
            napsat komentář
            vložit komentář
            diskusia( \\(?\\d+\\)?)?:?$
            pridať komentár
            komentáre( \\(?\\d+\\)?)?:?$
            komentari( \\(?\\d+\\)?)?:?$
            hozzászólok$
            szólj(on)? hozzá
            írj(on)? (hozzászólást|kommentet)
            kommentek( \\(?\\d+\\)?)?:?$
            lasă un (comentariu|răspuns)
            adaugă (un )?comentariu
            scrie un comentariu
            остави коментар
            добави коментар
            комментариев
            комментировать$
            оставить комментарий
            оставьте комментарий
            добавить комментарий
            обсудить( в .{0,20})?:?$
            обсуждение( \\(?\\d+\\)?)?:?$
            залишити коментар
            додати коментар
            обговорення( \\(?\\d+\\)?)?:?$
            σχολιάστε
            αφήστε (ένα )?σχόλιο
            γράψτε (ένα |το )?σχόλι
            yorum (yap|yaz|ekle|bırak|gönder)
            bir yanıt yazın
            bir cevap yazın
            تعليقات( \\(?\\d+\\)?)?:?$
            تعليق( \\(?\\d+\\)?)?:?$
            اترك (تعليق|ردا|رد)
            إضافة تعليق
            أضف تعليق
            شارك برأيك
            نظرات( کاربران)?( \\(?\\d+\\)?)?:?$
            دیدگاه‌?ها( و نظرات)?( \\(?\\d+\\)?)?:?$
            ارسال (نظر|دیدگاه)
            نظر (شما|بدهید|خود را)
            تعداد نظرات
            תגובות( \\(?\\d+\\)?)?:?$
            הוס(ף|יפו|פת) תגובה
            כתו?ב(ו)? תגובה
            השא(ר|ירו|רת) תגובה
            टिप्पणि(यां|याँ)( \\(?\\d+\\)?)?:?$
            टिप्पणी (करें|लिखें|छोड़ें|जोड़ें)
            कमेंट (करें|लिखें)
            komentar( \\(?\\d+\\)?)?:?$
            tinggalkan (komentar|balasan)
            tulis komentar
            beri komentar
            kirim komentar
            bình luận( \\(?\\d+\\)?)?:?$
            ý kiến (bạn đọc|của bạn)
            gửi (bình luận|ý kiến)
            viết bình luận
            để lại (một )?(bình luận|phản hồi)
            ความคิดเห็น( \\(?\\d+\\)?)?:?$
            แสดงความ(คิด)?เห็น
            评论( \\(?\\d+\\)?)?:?$
            評論( \\(?\\d+\\)?)?:?$
            网友评论
            網友評論
            发表(评论|回复|留言)
            發表(評論|迴響|回覆|留言)
            我要(评论|評論)
            コメント( \\(?\\d+\\)?)?:?$
            コメントを(書く|残す|投稿|見る)
            この記事(へ|に対する)のコメント
            みんなのコメント
            댓글( \\(?\\d+\\)?)?:?$
            댓글 ?(쓰기|달기|작성|남기기|입력)
            의견 ?쓰기
            """;

    private CommentWords() {}
}
