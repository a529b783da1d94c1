package org.casus.app.report;

/// How the page looks, on a screen by day and night, on paper, and with colours of the reader's own.
final class HtmlPage {

    private HtmlPage() {}

    /// Paper has nothing to unfold: all that is folded opens before printing and closes after it.
    static final String SCRIPT = """
            (() => {
              const opened = [];
              addEventListener('beforeprint', () => document.querySelectorAll('details:not([open])').forEach(d => { opened.push(d); d.open = true; }));
              addEventListener('afterprint', () => { while (opened.length) opened.pop().open = false; });
            })();
            """;

    static final String STYLE = """
            :root{color-scheme:light dark;--paper:#fff;--text:#14171c;--quiet:#4f565e;--edge:#d5d9de;--shade:#f4f6f8;--link:#00579e}
            @media (prefers-color-scheme:dark){:root{--paper:#14171c;--text:#e8eaed;--quiet:#b4bac2;--edge:#3a4048;--shade:#1e2329;--link:#8cc8ff}}
            *{box-sizing:border-box}
            html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
            body{margin:0 auto;padding:2.2rem 1.25rem 3rem;max-width:51rem;background:var(--paper);color:var(--text);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Liberation Sans",sans-serif;overflow-wrap:break-word}
            a{color:var(--link);text-underline-offset:.15em}
            a:focus-visible,summary:focus-visible,.scroll:focus-visible,pre:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
            .skip{position:absolute;left:-100vw}
            .skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem .8rem;z-index:1}
            .kicker{margin:0 0 .3rem;font-size:.85rem;letter-spacing:.03em;color:var(--quiet)}
            h1{margin:0;font-size:2.1rem;line-height:1.18;letter-spacing:-.012em;text-wrap:balance}
            .question{margin:.6rem 0 0;font-size:1.15rem;color:var(--quiet);text-wrap:pretty}
            .status{display:flex;flex-wrap:wrap;gap:.3rem .5rem;list-style:none;margin:1.1rem 0 0;padding:0;font-size:.84rem}
            .status li{padding:.12rem .6rem;border:1px solid var(--edge);border-radius:1rem;background:var(--shade)}
            nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;list-style:none;margin:1rem 0 0;padding:.5rem 0;border-block:1px solid var(--edge);font-size:.9rem}
            nav a{display:inline-block;padding:.15rem 0}
            section{margin-top:2.8rem}
            h2{margin:0 0 .8rem;padding-bottom:.25rem;border-bottom:2px solid var(--text);font-size:1.4rem;line-height:1.25}
            h3{margin:1.9rem 0 .5rem;font-size:1.08rem;line-height:1.3}
            p{margin:.6rem 0;text-wrap:pretty}
            .lead{font-size:1.28rem;line-height:1.45;font-weight:600;margin:.2rem 0 1rem}
            .points{padding-left:1.15rem;margin:.8rem 0}
            .points li{margin:.4rem 0;text-wrap:pretty}
            figure{margin:1.6rem 0 0;padding:1.1rem 1.2rem;border:1px solid var(--edge);border-radius:.5rem}
            figcaption{font-weight:600;margin-bottom:.9rem;text-wrap:pretty}
            svg{display:block;max-width:100%;height:auto;overflow:visible}
            svg.strip{width:9.4rem;min-width:9.4rem}
            .dots-and-key{display:flex;flex-wrap:wrap;gap:1.4rem 2rem;align-items:center}
            .dots-and-key svg{flex:0 1 20rem}
            .dots-and-key .key{flex:1 1 15rem}
            .wide-and-key svg{width:100%;max-width:40rem}
            .wide-and-key .key{display:flex;flex-wrap:wrap;gap:.35rem 1.3rem;margin-top:.8rem}
            .key{list-style:none;margin:0;padding:0;font-size:.95rem}
            .key li{display:flex;gap:.6rem;align-items:baseline}
            .dots-and-key .key li{padding:.3rem 0;border-bottom:1px solid var(--edge)}
            .letter{flex:none;width:1.55rem;height:1.55rem;line-height:1.4rem;text-align:center;font-weight:700;font-size:.85rem;border:1.6px solid var(--c);border-radius:50%;background:color-mix(in srgb,var(--c) 24%,transparent)}
            .name{flex:1 1 auto}
            .value{font-variant-numeric:tabular-nums;font-weight:600;white-space:nowrap}
            .sources{font-size:.84rem;color:var(--quiet);margin:.8rem 0 0}
            details{margin:.9rem 0}
            summary{cursor:pointer;color:var(--link);padding:.15rem 0;width:fit-content}
            .scroll{overflow-x:auto;margin:.7rem 0 1.2rem}
            table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
            caption{caption-side:top;text-align:left;font-weight:600;padding:.2rem 0 .4rem;color:var(--text)}
            @media screen{caption{max-width:calc(100vw - 4.5rem)}}
            th,td{padding:.38rem .7rem .38rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--edge)}
            th:last-child,td:last-child{padding-right:0}
            thead th{vertical-align:bottom;color:var(--quiet);font-weight:600;border-bottom:1.5px solid var(--text);line-height:1.25}
            tbody th{font-weight:500}
            #judgements td:first-of-type{min-width:10em}
            .number{text-align:right;font-variant-numeric:tabular-nums}
            td.number{white-space:nowrap}
            .cite{white-space:nowrap}
            code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.87em}
            code{overflow-wrap:anywhere}
            pre{background:var(--shade);border:1px solid var(--edge);border-radius:.4rem;padding:.8rem 1rem;white-space:pre-wrap;overflow-wrap:anywhere}
            .references{padding-left:1.6rem}
            .references li{margin:.35rem 0}
            .references li:target{background:var(--shade);outline:2px solid var(--link);outline-offset:3px}
            footer{margin-top:3rem;padding-top:.6rem;border-top:1px solid var(--edge);font-size:.85rem;color:var(--quiet)}
            @media (max-width:34rem){body{padding:1.3rem .9rem 2rem}h1{font-size:1.6rem}.lead{font-size:1.12rem}figure{padding:.9rem .8rem}table{font-size:.86rem}}
            @media (forced-colors:active){.status li,.letter,figure,pre{border-color:CanvasText}.tint,.area,.full,.hatch,.hatched{forced-color-adjust:none}}
            @media print{
            @page{size:A4;margin:17mm 15mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#4f565e}}
            :root{color-scheme:light;--paper:#fff;--text:#000;--quiet:#40464d;--edge:#c3c8ce;--shade:#f4f6f8;--link:#000}
            html{font-size:9.6pt}body{max-width:none;padding:0;line-height:1.42}
            *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
            nav,.skip,figure summary{display:none}summary{list-style:none;color:inherit;font-weight:600;font-size:11pt;break-after:avoid}
            a{text-decoration:none}
            h1{font-size:20pt}.question{font-size:12pt}.lead{font-size:12.5pt}h2{font-size:14pt}h3{font-size:11pt}
            section{margin-top:9mm}
            h2,h3,caption,figcaption{break-after:avoid}
            p,li{orphans:3;widows:3}
            figure{padding:4mm;break-inside:auto}
            figcaption,.dots-and-key,.wide-and-key{break-inside:avoid}
            .dots-and-key svg{flex-basis:60mm}
            .wide-and-key svg{width:135mm}
            .scroll{overflow:visible}
            table{font-size:8.2pt}
            thead{display:table-header-group}
            tr{break-inside:avoid}
            th,td{padding:1mm 2.4mm 1mm 0}
            td.number{white-space:normal}
            svg.strip{width:26mm;min-width:26mm}
            details::details-content{content-visibility:visible;block-size:auto}
            .letter{width:5.2mm;height:5.2mm;line-height:4.7mm}
            }
            """;
}
