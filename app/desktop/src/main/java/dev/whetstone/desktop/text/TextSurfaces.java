package dev.whetstone.desktop.text;

/// Makes text surfaces.
public interface TextSurfaces {
    ReadingSurface reading();

    /// @param prompt shown while there is no text
    EditSurface prose(String prompt, String accessibleText);

    /// With line numbers and a fixed-width font.
    EditSurface code(String accessibleText);
}
