using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ConfigAudit.Base.Running;

/// <summary>Finds the kinds of a thing by looking: a new kind is a new file, and no list.</summary>
internal static class TypeScan
{
    /// <summary>The types of an assembly that can be made and derive from <typeparamref name="T"/>, by name.</summary>
    public static IEnumerable<Type> Concrete<T>(Assembly assembly) =>
        Loadable(assembly)
            .Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>A type that can't be loaded here, since the host lacks what it needs, is no kind of anything.</summary>
    private static IEnumerable<Type> Loadable(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException some)
        {
            return some.Types.Where(type => type is not null)!;
        }
    }
}
