<?php
/**
 * Plugin Name:       Privacy Policy Element
 * Description:       Shows your privacy policy page with contents and collapsible sections, and marks what changed since the visitor last read it. Nothing about visitors leaves their device.
 * Version:           0.1.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * Author:            the privacy-policy-element authors
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       privacy-policy-element
 * Domain Path:       /languages
 *
 * @package PrivacyPolicyElement
 */

namespace PrivacyPolicyElement;

defined( 'ABSPATH' ) || exit;

const VERSION = '0.1.0';
const HANDLE  = 'privacy-policy-element';

/** Option: whether earlier versions of the privacy page are public. */
const HISTORY_OPTION = 'privacy_policy_element_history';

/** Attributes of the tag whose value is an address. */
const ADDRESSES = array( 'src', 'previous-src', 'history-src' );

/** Attributes that authors may set on the tag. */
const ATTRIBUTES = array(
	'src',
	'format',
	'previous-src',
	'history-src',
	'heading-level',
	'no-title',
	'expanded',
	'toc',
	'changes',
	'storage',
	'storage-key',
	'theme',
	'no-hash',
	'id-prefix',
	'light-content',
	'updated',
	'effective',
	'version',
	'modified',
	'images',
	'structured-data',
	'lang',
	'class',
);

/** The attributes of the tag that the block sets, each with the name of the block's attribute. */
const BLOCK_ATTRIBUTES = array(
	'src'           => 'src',
	'previous-src'  => 'previousSrc',
	'toc'           => 'toc',
	'expanded'      => 'expanded',
	'theme'         => 'theme',
	'heading-level' => 'headingLevel',
	'no-title'      => 'noTitle',
	'changes'       => 'changes',
	'storage'       => 'storage',
	'images'        => 'images',
);

require __DIR__ . '/history.php';
require __DIR__ . '/settings.php';

/**
 * Registers the scripts, the style sheet, the shortcode and the block.
 *
 * @return void
 */
function init() {
	load_plugin_textdomain( 'privacy-policy-element', false, basename( __DIR__ ) . '/languages' );
	wp_register_script( HANDLE, plugins_url( 'browser/privacy-policy.js', __FILE__ ), array(), VERSION, true );
	wp_register_script( HANDLE . '-link', plugins_url( 'browser/link.js', __FILE__ ), array(), VERSION, true );
	wp_register_style( HANDLE, plugins_url( 'browser/privacy-policy.css', __FILE__ ), array(), VERSION );
	wp_register_script(
		HANDLE . '-block',
		plugins_url( 'block.js', __FILE__ ),
		array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
		VERSION,
		true
	);
	wp_set_script_translations( HANDLE . '-block', 'privacy-policy-element', __DIR__ . '/languages' );
	add_shortcode( 'privacy-policy', __NAMESPACE__ . '\shortcode' );
	register_block_type( __DIR__, array( 'render_callback' => __NAMESPACE__ . '\block' ) );
}
add_action( 'init', __NAMESPACE__ . '\init' );

/**
 * Loads the plugin's scripts as modules. WordPress itself supports modules only since version 6.5.
 *
 * @param string $tag    HTML of the script tag.
 * @param string $handle Handle of the script.
 * @return string HTML.
 */
function module_tag( $tag, $handle ) {
	if ( HANDLE !== $handle && HANDLE . '-link' !== $handle ) {
		return $tag;
	}
	$tag = preg_replace( '/\stype=([\'"]).*?\1/', '', $tag );
	return str_replace( '<script ', '<script type="module" ', $tag );
}
add_filter( 'script_loader_tag', __NAMESPACE__ . '\module_tag', 10, 2 );

/**
 * Writes the tag around some content, and enqueues the script.
 *
 * @param array  $attributes Attributes by name; unknown ones are left out.
 * @param string $content    HTML of the policy, or of its fallback.
 * @return string HTML.
 */
function tag( array $attributes, $content ) {
	wp_enqueue_script( HANDLE );
	wp_enqueue_style( HANDLE );
	// Themes apply their spacing between blocks to the children of elements with this class.
	$attributes += array( 'class' => 'is-layout-flow' );
	$written     = '';
	foreach ( $attributes as $name => $value ) {
		if ( in_array( $name, ATTRIBUTES, true ) && is_scalar( $value ) && '' !== (string) $value ) {
			$value    = in_array( $name, ADDRESSES, true ) ? esc_url( $value ) : esc_attr( $value );
			$written .= sprintf( ' %s="%s"', $name, $value );
		}
	}
	return '<privacy-policy' . $written . '>' . $content . '</privacy-policy>';
}

/**
 * Returns the page that is chosen under Settings > Privacy.
 *
 * @return \WP_Post|null The page if it is published and has no password, else null.
 */
function policy_page() {
	$page = get_post( (int) get_option( 'wp_page_for_privacy_policy' ) );
	return $page && 'page' === $page->post_type && 'publish' === $page->post_status && '' === $page->post_password ? $page : null;
}

/**
 * Wraps the content of the page that is chosen under Settings > Privacy, which needs no edits.
 *
 * @param string $content HTML of a post.
 * @return string HTML.
 */
function wrap( $content ) {
	enqueue_for( $content );
	if ( has_tag( $content ) ) {
		return $content;
	}
	$page = (int) get_option( 'wp_page_for_privacy_policy' );
	if ( ! $page || get_the_ID() !== $page || ! is_page( $page ) || ! in_the_loop() || ! is_main_query() ) {
		return $content;
	}
	if ( post_password_required() || has_shortcode( get_post_field( 'post_content', $page ), 'privacy-policy' ) ) {
		return $content;
	}
	$attributes = array(
		'no-title' => 'true',
		'modified' => get_the_modified_date( 'Y-m-d', $page ),
	);
	if ( has_public_history() ) {
		$attributes['history-src'] = history_url();
	}
	/**
	 * Filters the attributes of the tag around the page that is chosen under Settings > Privacy.
	 *
	 * @param array $attributes Attributes by name.
	 */
	$attributes = (array) apply_filters( 'privacy_policy_element_attributes', $attributes );
	return tag( $attributes, $content );
}
// Runs after blocks, shortcodes and autop, which have lower priorities.
add_filter( 'the_content', __NAMESPACE__ . '\wrap', 99 );

/**
 * Returns whether HTML already contains the tag: from the block, the shortcode, or written by hand.
 *
 * @param string $content HTML.
 * @return bool
 */
function has_tag( $content ) {
	return 1 === preg_match( '~<privacy-policy[\s/>]~i', $content );
}

/**
 * Enqueues the scripts and styles of the tags in HTML. In a block theme, the tags of the footer are
 * in a Custom HTML block.
 *
 * @param string $content HTML.
 * @return string The same HTML.
 */
function enqueue_for( $content ) {
	if ( has_tag( $content ) ) {
		wp_enqueue_script( HANDLE );
		wp_enqueue_style( HANDLE );
	}
	if ( false !== stripos( $content, '<privacy-policy-link' ) ) {
		wp_enqueue_script( HANDLE . '-link' );
	}
	return $content;
}
add_filter( 'render_block_core/html', __NAMESPACE__ . '\enqueue_for' );

/**
 * Renders [privacy-policy src="…"], or [privacy-policy]…[/privacy-policy].
 *
 * @param array|string $attributes Attributes of the shortcode.
 * @param string|null  $content    Content that the shortcode encloses.
 * @return string HTML.
 */
function shortcode( $attributes, $content = null ) {
	// Removes halves of paragraphs, which autop leaves at the start and end of the content.
	$content = preg_replace( '~^\s*</p>|<p>\s*$~', '', (string) $content );
	return tag( named( $attributes ), do_shortcode( $content ) );
}

/**
 * Returns the attributes of a shortcode by name.
 *
 * @param array|string $attributes Attributes as WordPress parses them.
 * @return array
 */
function named( $attributes ) {
	$named = array();
	foreach ( array_filter( (array) $attributes ) as $name => $value ) {
		// WordPress stores the name of an attribute without a value under a number.
		if ( is_int( $name ) ) {
			$named[ $value ] = 'true';
		} else {
			$named[ $name ] = $value;
		}
	}
	return $named;
}

/**
 * Renders the block.
 *
 * @param array  $attributes Attributes of the block.
 * @param string $content    HTML of the blocks inside it.
 * @return string HTML.
 */
function block( array $attributes, $content ) {
	$written = array();
	foreach ( BLOCK_ATTRIBUTES as $name => $key ) {
		if ( ! empty( $attributes[ $key ] ) ) {
			$written[ $name ] = true === $attributes[ $key ] ? 'true' : $attributes[ $key ];
		}
	}
	return tag( $written, $content );
}

/**
 * Wraps the theme's link to the privacy page in <privacy-policy-link>, which tells returning
 * readers what changed.
 *
 * @param string $link HTML of the link, or an empty string.
 * @return string HTML.
 */
function footer_link( $link ) {
	$page = policy_page();
	if ( '' === (string) $link || ! $page || false !== stripos( $link, '<privacy-policy-link' ) ) {
		return $link;
	}
	wp_enqueue_script( HANDLE . '-link' );
	return sprintf( '<privacy-policy-link src="%s">%s</privacy-policy-link>', esc_url( source_of( $page ) ), $link );
}
add_filter( 'the_privacy_policy_link', __NAMESPACE__ . '\footer_link', 20 );

/**
 * Returns the address of the policy that a page shows. It is the page's own address, unless the
 * shortcode or block on the page has a "src".
 *
 * @param \WP_Post $page The page that is chosen under Settings > Privacy.
 * @return string Address.
 */
function source_of( $page ) {
	if ( preg_match( '/' . get_shortcode_regex( array( 'privacy-policy' ) ) . '/', $page->post_content, $found ) ) {
		$attributes = named( shortcode_parse_atts( $found[3] ) );
		if ( ! empty( $attributes['src'] ) ) {
			return $attributes['src'];
		}
	}
	$source = block_source( parse_blocks( $page->post_content ) );
	return '' === $source ? get_permalink( $page ) : $source;
}

/**
 * Returns the "src" of the first policy block that has one, also inside columns and groups.
 *
 * @param array[] $blocks Parsed blocks.
 * @return string Address, or an empty string.
 */
function block_source( array $blocks ) {
	foreach ( $blocks as $block ) {
		$is_policy = 'privacy-policy/policy' === $block['blockName'];
		$source    = $is_policy && ! empty( $block['attrs']['src'] ) ? $block['attrs']['src'] : block_source( $block['innerBlocks'] );
		if ( '' !== $source ) {
			return $source;
		}
	}
	return '';
}

/**
 * Allows all authors to use the tags in posts, with harmless attributes only.
 *
 * @param array        $tags    Allowed tags and their attributes.
 * @param string|array $context Context in which the tags are allowed.
 * @return array
 */
function allow( $tags, $context ) {
	if ( 'post' === $context ) {
		$tags['privacy-policy']      = array_fill_keys( ATTRIBUTES, true );
		$tags['privacy-policy-link'] = array_fill_keys( array( 'src', 'storage', 'storage-key', 'updated', 'notice', 'lang', 'class' ), true );
	}
	return $tags;
}
add_filter( 'wp_kses_allowed_html', __NAMESPACE__ . '\allow', 10, 2 );

/**
 * Makes WordPress check addresses in the tags, as it checks those in other tags.
 *
 * @param string[] $attributes Names of attributes whose values are addresses.
 * @return string[]
 */
function check_addresses( $attributes ) {
	return array_merge( $attributes, ADDRESSES );
}
add_filter( 'wp_kses_uri_attributes', __NAMESPACE__ . '\check_addresses' );
