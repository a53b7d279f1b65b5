package io.broadsheet.enrich.step.maintext;

/** Words before the day on which a page was published or changed, in many languages. */
final class StampWords {

    static final String STAMPS =
            """
            originally published( on| in| by)?
            aktualizacja
            aktualizováno
            aktualizované
            aktualisiert
            opublikowano
            data (publikacji|publicării|di pubblicazione|de publicação)
            publikované
            vydáno
            frissítve
            megjelent
            közzétéve
            utolsó frissítés
            publicat( la| pe| în data de)?
            actualizat( la| pe)?
            ultima actualizare
            publicad[oa]( el| em)?
            atualizad[oa]( em)?
            pubblicat[oa]( il)?
            publiée?( le)?
            modifiée?( le)?
            publicerad(es)?( den)?
            uppdaterad(es)?( den)?
            publi(ceret|sert)( den)?
            op(dateret|pdatert)( den)?
            sist oppdatert( den)?
            julkaistu
            päivitetty
            gepubliceerd( op)?
            geplaatst( op)?
            bijgewerkt( op)?
            laatst (bijgewerkt|gewijzigd)( op)?
            laatste update
            дата публикации
            оновлено
            опубліковано
            публикувана?( на)?
            обновена?( на)?
            güncelle(me|nme)( tarihi| zamanı)?
            yayın(lanma|lama)?( tarihi)?
            son güncelleme( tarihi)?
            oluşturulma( tarihi)?
            δημοσι(εύθηκε|εύτηκε|ευση|εύσεις)
            δημοσίευση
            τελευταία ενημέρωση
            ενημερώθηκε
            תאריך פרסום
            פורסם( ב| בתאריך)?
            עודכן( ב| לאחרונה)?
            تاريخ النشر
            نشر( في| بتاريخ)?
            تاریخ انتشار
            تاریخ به‌?روزرسانی
            प्रकाशित( तिथि)?
            अपडेट(ेड)?( किया गया)?
            diterbitkan( pada)?
            dipublikasikan( pada)?
            diperbarui( pada)?
            terakhir diperbarui
            cập nhật( lúc| ngày)?
            đăng (lúc|ngày)
            ngày đăng
            เผยแพร่( ?เมื่อ)?
            อัปเดต(ล่าสุด)?( ?เมื่อ)?
            수정
            등록
            최종 ?(수정|업데이트)
            승인
            """;

    private StampWords() {}
}
