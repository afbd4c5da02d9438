using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Kinds;

/// <summary>How long something may lack: <c>30 days</c>, <c>10 business days</c>, <c>next release + 7 days</c>.</summary>
internal sealed class GraceKind : TextKind<Grace>
{
    public override LocalText Name { get; } =
        new(
            "猶予（'30 days'、'10 business days'、'next release + 7 days' のいずれかの形）",
            "a grace ('30 days', '10 business days' or 'next release + 7 days')"
        );

    public override bool IsOrdered => true;

    public override Grace Parse(string text) => Grace.Parse(text);

    public override string Format(Grace value) => value.ToString();

    public override LocalText Words(Grace value) => value.Words;
}
