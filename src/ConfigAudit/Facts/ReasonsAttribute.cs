using System;

namespace ConfigAudit.Facts;

/// <summary>Another property of the same fact says why this one is as it is: a reason that a person reads tells it too.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReasonsAttribute : Attribute
{
    public ReasonsAttribute(string property) => Property = property;

    public string Property { get; }
}
