using System.Text.Encodings.Web;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Thads.Http;
using Thads.Office.Acts;

namespace Thads.Tests.Shared.Kit;

/// <summary>What a helper of the kit writes into a page, without a page: on Monday 23/11/2026, with what a form may have sent.</summary>
public sealed class Rendered
{
    private static readonly OfficeClock Monday = OfficeClock.StartingOn(new(2026, 11, 23), TimeProvider.System);

    private readonly IServiceProvider _services;
    private readonly DefaultHttpContext _http;

    public Rendered(string language = "vi", string method = "GET")
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "thads" });
        builder.Logging.ClearProviders();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<PageText>();
        builder.Services.AddScoped(_ => new Work(null!, new Person("kit", []), Monday));
        builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();
        _services = builder.Build().Services.CreateScope().ServiceProvider;
        _http = new DefaultHttpContext { RequestServices = _services };
        _http.Request.Method = method;
        _http.Request.QueryString = new QueryString("?lang=" + language);
        _services.GetRequiredService<IHttpContextAccessor>().HttpContext = _http;
        View = NewView();
    }

    public ViewContext View { get; }

    public ModelStateDictionary Sent => View.ViewData.ModelState;

    /// <summary>Something was typed into a field, and this is wrong with it.</summary>
    public Rendered Typed(string name, string typed, string? wrong = null)
    {
        Sent.SetModelValue(name, typed, typed);
        if (wrong is not null)
        {
            Sent.AddModelError(name, wrong);
        }

        return this;
    }

    /// <param name="inside">Written between the tags: markup, or further helpers.</param>
    public async Task<string> HtmlAsync<T>(Action<T> set, Func<Dictionary<object, object>, Task<string>>? inside = null, Dictionary<object, object>? items = null)
        where T : TagHelper
    {
        var helper = ActivatorUtilities.CreateInstance<T>(_services);
        helper.GetType().GetProperty("View")?.SetValue(helper, View);
        set(helper);
        items = items is null ? [] : new(items);
        var context = new TagHelperContext([], items, Guid.NewGuid().ToString());
        helper.Init(context);
        var output = new TagHelperOutput("t", [], async (_, _) =>
        {
            var content = new DefaultTagHelperContent();
            content.AppendHtml(inside is null ? "" : await inside(items));
            return content;
        });
        await helper.ProcessAsync(context, output);
        if (!output.IsContentModified && output.TagName is not null && inside is not null)
        {
            output.Content.AppendHtml(await output.GetChildContentAsync());
        }

        using var text = new StringWriter();
        output.WriteTo(text, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return text.ToString();
    }

    public async Task<IHtmlDocument> PageAsync<T>(Action<T> set, string? inside = null)
        where T : TagHelper => SampleWeb.Parsed("<body>" + await HtmlAsync(set, inside is null ? null : _ => Task.FromResult(inside)));

    public async Task<IHtmlDocument> PartialAsync(string path, object model)
    {
        var html = _services.GetRequiredService<IHtmlHelper>();
        ((IViewContextAware)html).Contextualize(View);
        using var text = new StringWriter();
        (await html.PartialAsync(path, model)).WriteTo(text, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return SampleWeb.Parsed("<body>" + text);
    }

    private ViewContext NewView()
    {
        var action = new ActionContext(_http, new RouteData(), new ActionDescriptor());
        return new ViewContext(
            action, new NoView(), new ViewDataDictionary(new EmptyModelMetadataProvider(), action.ModelState),
            new TempDataDictionary(_http, _services.GetRequiredService<ITempDataProvider>()), TextWriter.Null, new HtmlHelperOptions());
    }

    private sealed class NoView : Microsoft.AspNetCore.Mvc.ViewEngines.IView
    {
        public string Path => "/Shared/Kit/Nothing.cshtml";

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}
