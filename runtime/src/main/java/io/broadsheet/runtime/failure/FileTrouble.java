package io.broadsheet.runtime.failure;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be read or written, in words for an operator. */
public final class FileTrouble {

    private FileTrouble() {}

    /**
     * The reason alone, without the file's name; never empty, and no name of a class where known.
     */
    public static String words(IOException trouble) {
        return switch (trouble) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "this process has no right to; look at its rights";
            case NotDirectoryException _ -> "it is no directory";
            case FileSystemLoopException _ -> "links lead in a circle";
            case CharacterCodingException _ -> "it is no text in UTF-8";
            case FileSystemException e ->
                    e.getReason() == null ? name(trouble) : said(e.getReason());
            default -> trouble.getMessage() == null ? name(trouble) : said(trouble.getMessage());
        };
    }

    /** What the system says begins with a capital, which does not stand in the midst of a line. */
    private static String said(String reason) {
        String text = SafeText.escapeControls(reason);
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String name(IOException trouble) {
        return trouble.getClass().getSimpleName();
    }
}
