using System;
using System.Collections;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Values;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Takes a member of an enumeration by its name in either language, as lists of hosts have it; in English the name's beginning will do, as it
/// does for PowerShell. What else stands there is refused with the names that there are: PowerShell would say it in English and name a type,
/// and take a number for whichever member has it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NamedAttribute : ArgumentTransformationAttribute
{
    private readonly Type _type;

    public NamedAttribute(Type type) => _type = type;

    /// <summary>Whether an empty text means that nothing is said, as an empty cell of a CSV does.</summary>
    public bool MayBeEmpty { get; set; }

    public override bool TransformNullOptionalParameters => false;

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Bare(inputData) is IEnumerable several and not string ? several.Cast<object?>().Select(Of).ToArray() : Of(inputData);

    private static object? Bare(object? given) => given is PSObject wrapped ? wrapped.BaseObject : given;

    private object? Of(object? given)
    {
        var value = Bare(given);
        if (value is null || _type.IsInstanceOfType(value))
            return value;
        // What was an enumeration in another process is a number there, with its name beside it.
        var text = (given is PSObject ? given.ToString() : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty).Trim();
        return text.Length == 0 && MayBeEmpty ? null : JapaneseNameAttribute.Member(_type, text) ?? Begun(text) ?? throw Refusal(text);
    }

    /// <summary>The one member whose name begins so; null for none or several.</summary>
    private object? Begun(string text)
    {
        var names = Enum.GetNames(_type)
            .Where(name => text.Length > 0 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return names.Length == 1 ? Enum.Parse(_type, names[0]) : null;
    }

    private ArgumentTransformationMetadataException Refusal(string text)
    {
        var choices = JapaneseNameAttribute.Choices(_type);
        return new ArgumentTransformationMetadataException(
            Records.Say(
                $"'{text}' は使えません。次のいずれかを指定してください: {string.Join("、", choices)}",
                $"'{text}' is not one of {string.Join(", ", choices)}."
            )
        );
    }
}
