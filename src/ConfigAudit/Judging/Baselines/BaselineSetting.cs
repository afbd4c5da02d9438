namespace ConfigAudit.Judging.Baselines;

/// <summary>One value of a baseline in force, and the file that it comes from.</summary>
/// <param name="Baseline">The baseline's id.</param>
/// <param name="Kind">"Parameter" or "Check".</param>
/// <param name="Name">The parameter's name, or the check's id.</param>
/// <param name="Value">The parameter's value; of a check "On" or "Off", its severity and obligation.</param>
/// <param name="SetBy">The id of the baseline, of those that extend each other, that said so last.</param>
/// <param name="Reason">Why an overlay changed it, in the user's language; empty where nobody said.</param>
/// <param name="Title">What it is, in the user's language.</param>
public sealed record BaselineSetting(string Baseline, string Kind, string Name, string Value, string SetBy, string Reason, string Title)
{
    internal static BaselineSetting Of(Baseline baseline, Parameter parameter) =>
        new(baseline.Id, nameof(Parameter), parameter.Name, parameter.Value, parameter.SetBy, string.Empty, parameter.Title.ToString());

    internal static BaselineSetting Of(Baseline baseline, Check check) =>
        new(
            baseline.Id,
            nameof(Check),
            check.Id,
            $"{(check.IsEnabled ? "On" : "Off")}, {check.Severity}, {check.Obligation}",
            check.ChangedBy ?? check.SetBy,
            check.ChangeReason?.ToString() ?? string.Empty,
            check.Title.ToString()
        );
}
