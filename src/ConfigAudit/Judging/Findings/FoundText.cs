using System;

namespace ConfigAudit.Judging.Findings;

/// <summary>All that led to a finding, put into words only for whoever asks. No part of what makes two findings equal: what is shown of it
/// is.</summary>
internal sealed class FoundText : IEquatable<FoundText>
{
    private readonly Func<string> _text;

    public FoundText(Func<string> text) => _text = text;

    public bool Equals(FoundText? other) => other is not null;

    public override bool Equals(object? other) => other is FoundText;

    public override int GetHashCode() => 0;

    public override string ToString() => _text();
}
