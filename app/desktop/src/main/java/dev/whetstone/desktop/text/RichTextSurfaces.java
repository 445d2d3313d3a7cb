package dev.whetstone.desktop.text;

/// Text surfaces made with RichTextFX; with the other `Rich...` classes of this package the only
/// code that names it.
public final class RichTextSurfaces implements TextSurfaces {
    @Override
    public ReadingSurface reading() {
        return new RichReadingSurface();
    }

    @Override
    public EditSurface prose(String prompt, String accessibleText) {
        return RichEditSurface.prose(prompt, accessibleText);
    }

    @Override
    public EditSurface code(String accessibleText) {
        return RichEditSurface.code(accessibleText);
    }
}
