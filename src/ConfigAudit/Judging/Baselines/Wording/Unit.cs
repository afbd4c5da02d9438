namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>What a number counts.</summary>
internal enum Unit
{
    None,
    Bytes,
    Characters,
    Times,
    Sessions,
}
