using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>Lines of a program's settings.</summary>
/// <param name="Need">What they are for.</param>
/// <param name="Place">Where they belong, or for whom they are.</param>
/// <param name="Lines">As they are written there.</param>
internal sealed record ServerSetting(ServerNeed Need, LocalText Place, params string[] Lines)
{
    /// <summary>What to know before; null for nothing.</summary>
    public LocalText? Remark { get; init; }
}
