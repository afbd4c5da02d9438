using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace System.Runtime.CompilerServices;

/// <summary>
/// What the compiler makes of an interpolated string with holes that aren't texts. netstandard2.0 has none, so that it would call
/// string.Format, which takes the user's culture:
/// the Japanese calendar's year 8, the Thai one's 2569, an Arabic minus sign would stand in findings, file names and hashes. This one asks
/// no culture.
/// </summary>
[InterpolatedStringHandler]
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly struct DefaultInterpolatedStringHandler
{
    private readonly StringBuilder _text;

    /// <summary>As the compiler counts them.</summary>
    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount) =>
        _text = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string value) => _text.Append(value);

    public void AppendFormatted(string? value) => _text.Append(value);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, 0, null);

    public void AppendFormatted<T>(T value, string? format) => AppendFormatted(value, 0, format);

    public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

    public void AppendFormatted<T>(T value, int alignment, string? format)
    {
        var text = value is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : value?.ToString();
        _text.Append(alignment < 0 ? (text ?? string.Empty).PadRight(-alignment) : (text ?? string.Empty).PadLeft(alignment));
    }

    public string ToStringAndClear() => _text.ToString();
}
