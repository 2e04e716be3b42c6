import { useEffect, useRef, type RefObject } from 'react';

/** Tells the style sheet how high a bar is (px), under a custom property of the page, so that nothing lies hidden below it. */
export function useHeight<Bar extends HTMLElement>(property: string): RefObject<Bar | null> {
  const bar = useRef<Bar>(null);
  useEffect(() => {
    const watched = bar.current;
    if (!watched) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => style.setProperty(property, `${watched.offsetHeight}px`));
    observer.observe(watched);
    return () => {
      observer.disconnect();
      style.removeProperty(property);
    };
  }, [property]);
  return bar;
}
