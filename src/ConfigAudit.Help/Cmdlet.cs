using System.Collections.Generic;

namespace ConfigAudit.Help;

/// <summary>A cmdlet, as its attributes describe it.</summary>
internal sealed record Cmdlet(string Verb, string Noun, IReadOnlyList<CmdletParameter> Parameters, IReadOnlyList<string> Outputs)
{
    public string Name => $"{Verb}-{Noun}";
}

/// <summary>A parameter, with what it is in each parameter set.</summary>
internal sealed record CmdletParameter(
    string Name,
    string Type,
    bool IsSwitch,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Values,
    IReadOnlyList<ParameterUse> Uses
);

/// <summary>A parameter in one parameter set; null is every set.</summary>
internal sealed record ParameterUse(string? Set, bool IsMandatory, int? Position, bool FromPipeline, bool FromProperty)
{
    public string PipelineInput =>
        (FromPipeline, FromProperty) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByValue)",
            (false, true) => "True (ByPropertyName)",
            _ => "False",
        };
}
