using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Kinds;

/// <summary>Since when updates lacked, as <c>2026-08-12/2026-09-16</c>.</summary>
internal sealed class ExposureKind : TextKind<Exposure>
{
    public override LocalText Name { get; } =
        new("未適用の期間（2026-08-12/2026-09-16）", "the time that updates lacked (2026-08-12/2026-09-16)");

    public override Exposure Parse(string text) => Exposure.Parse(text);

    public override string Format(Exposure value) => value.ToString();

    public override LocalText Called(string text)
    {
        var value = Parse(text);
        return value.Since is not { } since
            ? new LocalText($"なし（{value.AsOf:yyyy-MM-dd} 時点）", $"none (on {value.AsOf:yyyy-MM-dd})")
            : new LocalText(
                $"{since:yyyy-MM-dd} から{(value.IsCertain ? null : "（可能性）")}（{value.AsOf:yyyy-MM-dd} 時点）",
                $"since {since:yyyy-MM-dd}{(value.IsCertain ? null : " (possibly)")} (on {value.AsOf:yyyy-MM-dd})"
            );
    }
}
