namespace ConfigAudit.Host.Terminals;

/// <summary>How many cells of a terminal a text covers: a kanji covers two.</summary>
internal static class Cells
{
    public static int Of(string text)
    {
        var cells = 0;
        foreach (var character in text)
            cells += Of(character);
        return cells;
    }

    /// <summary>The wide and full-width characters of Unicode's East Asian Width. Each half of a surrogate pair counts one, the pair two.</summary>
    public static int Of(char character) => character switch
    {
        < '\u1100' => 1,
        <= '\u115F' or '\u2329' or '\u232A' => 2,
        '\u303F' => 1,
        >= '\u2E80' and <= '\uA4CF' => 2,
        >= '\uAC00' and <= '\uD7A3' => 2,
        >= '\uF900' and <= '\uFAFF' => 2,
        >= '\uFE10' and <= '\uFE19' => 2,
        >= '\uFE30' and <= '\uFE6F' => 2,
        >= '\uFF00' and <= '\uFF60' => 2,
        >= '\uFFE0' and <= '\uFFE6' => 2,
        _ => 1,
    };

    /// <summary>The start of a text that covers no more than so many cells.</summary>
    public static string Fit(string text, int width)
    {
        var cells = 0;
        for (var i = 0; i < text.Length; i++)
        {
            cells += Of(text[i]);
            if (cells > width)
                return text[..i];
        }

        return text;
    }
}
